// SPDX-License-Identifier: GPL-2.0
/*
 * edge-i2c: an I2C adapter of this kernel whose transfers a process answers. For virtual machines of tests only.
 *
 * Whoever opens /dev/edge-i2c is the bus; the adapter exists until that is closed. All numbers are the host's.
 *
 *   first read   s32: N of /dev/i2c-N
 *   every other  one request: u32 sequence, u32 messages, then per message u16 address, u16 flags (I2C_M_...), u32 length, and of a written one its bytes
 *   write        its answer: u32 sequence, s32 status (0 or -errno), and with 0 the bytes of the read messages, in order
 *
 * Of a message with I2C_M_RECV_LEN the answer holds the count, 1 to I2C_SMBUS_BLOCK_MAX, and then what it counts (and the PEC, if that was asked for).
 * An answer that is too late, or to nothing, is refused with ESTALE; one that does not fit its request ends the transfer with EPROTO.
 */
#include <linux/fs.h>
#include <linux/i2c.h>
#include <linux/i2c-dev.h>
#include <linux/miscdevice.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/poll.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#define HEADER 8
/* What i2c-dev lets through: 42 messages of 8,192 bytes. */
#define LONGEST (HEADER + I2C_RDWR_IOCTL_MAX_MSGS * (HEADER + 8192))

struct bus {
	struct i2c_adapter adapter;
	struct mutex lock;
	wait_queue_head_t asked;
	struct completion answered;
	struct i2c_msg *messages; /* null while nothing is asked */
	int count;
	u32 sequence;
	int status;
	bool taken;
	bool told; /* its number */
	bool gone;
	int shown; /* the last timeout that was told to the log */
};

static int transfer(struct i2c_adapter *adapter, struct i2c_msg *messages, int count)
{
	struct bus *bus = i2c_get_adapdata(adapter);
	int status;

	mutex_lock(&bus->lock);
	if (bus->gone) {
		mutex_unlock(&bus->lock);
		return -ENODEV;
	}
	if (bus->shown != adapter->timeout) {
		bus->shown = adapter->timeout;
		dev_info(&adapter->dev, "timeout %u ms\n", jiffies_to_msecs(adapter->timeout));
	}
	bus->messages = messages;
	bus->count = count;
	bus->sequence++;
	bus->status = -ETIMEDOUT;
	bus->taken = false;
	reinit_completion(&bus->answered);
	mutex_unlock(&bus->lock);

	wake_up_interruptible(&bus->asked);
	wait_for_completion_timeout(&bus->answered, adapter->timeout);

	mutex_lock(&bus->lock);
	bus->messages = NULL; /* from here on an answer is stale */
	status = bus->status;
	mutex_unlock(&bus->lock);
	return status ? status : count;
}

static u32 functionality(struct i2c_adapter *adapter)
{
	return I2C_FUNC_I2C | I2C_FUNC_SMBUS_EMUL | I2C_FUNC_SMBUS_READ_BLOCK_DATA;
}

static const struct i2c_algorithm algorithm = {
	.master_xfer = transfer,
	.functionality = functionality,
};

static int bus_open(struct inode *inode, struct file *file)
{
	struct bus *bus = kzalloc(sizeof(*bus), GFP_KERNEL);
	int error;

	if (!bus)
		return -ENOMEM;
	mutex_init(&bus->lock);
	init_waitqueue_head(&bus->asked);
	init_completion(&bus->answered);
	bus->adapter.owner = THIS_MODULE;
	bus->adapter.algo = &algorithm;
	bus->adapter.timeout = 10 * HZ; /* an emulated machine may stand still for seconds; a fault of the bus is answered, not waited for */
	strscpy(bus->adapter.name, "edge simulated bus", sizeof(bus->adapter.name));
	i2c_set_adapdata(&bus->adapter, bus);
	error = i2c_add_adapter(&bus->adapter);
	if (error) {
		kfree(bus);
		return error;
	}
	file->private_data = bus;
	return 0;
}

/* i2c_del_adapter waits until nobody has /dev/i2c-N open any more; until then transfers say ENODEV, as with an adapter that was pulled out. */
static int bus_release(struct inode *inode, struct file *file)
{
	struct bus *bus = file->private_data;

	mutex_lock(&bus->lock);
	bus->gone = true;
	if (bus->messages) {
		bus->status = -ENODEV;
		complete(&bus->answered);
	}
	mutex_unlock(&bus->lock);
	i2c_del_adapter(&bus->adapter);
	kfree(bus);
	return 0;
}

static bool is_asked(struct bus *bus)
{
	return READ_ONCE(bus->messages) && !READ_ONCE(bus->taken);
}

static size_t request_length(const struct bus *bus)
{
	size_t length = HEADER;
	int i;

	for (i = 0; i < bus->count; i++)
		length += HEADER + ((bus->messages[i].flags & I2C_M_RD) ? 0 : bus->messages[i].len);
	return length;
}

static void put_request(const struct bus *bus, u8 *at)
{
	u32 head[2] = { bus->sequence, bus->count };
	int i;

	memcpy(at, head, HEADER);
	at += HEADER;
	for (i = 0; i < bus->count; i++) {
		const struct i2c_msg *message = &bus->messages[i];
		u16 what[2] = { message->addr, message->flags };
		u32 length = message->len;

		memcpy(at, what, sizeof(what));
		memcpy(at + sizeof(what), &length, sizeof(length));
		at += HEADER;
		if (!(message->flags & I2C_M_RD)) {
			memcpy(at, message->buf, length);
			at += length;
		}
	}
}

static ssize_t bus_read(struct file *file, char __user *buffer, size_t room, loff_t *offset)
{
	struct bus *bus = file->private_data;
	ssize_t length;
	u8 *request;

	if (!bus->told) {
		if (room < sizeof(bus->adapter.nr))
			return -EMSGSIZE;
		if (copy_to_user(buffer, &bus->adapter.nr, sizeof(bus->adapter.nr)))
			return -EFAULT;
		bus->told = true;
		return sizeof(bus->adapter.nr);
	}
	do {
		if (file->f_flags & O_NONBLOCK) {
			if (!is_asked(bus))
				return -EAGAIN;
		} else if (wait_event_interruptible(bus->asked, is_asked(bus))) {
			return -ERESTARTSYS;
		}
		mutex_lock(&bus->lock);
		if (is_asked(bus))
			break;
		mutex_unlock(&bus->lock); /* it timed out, or another thread took it */
	} while (true);

	length = request_length(bus);
	request = length <= room ? kvmalloc(length, GFP_KERNEL) : NULL;
	if (request) {
		put_request(bus, request);
		bus->taken = true;
	}
	mutex_unlock(&bus->lock);
	if (!request)
		return length <= room ? -ENOMEM : -EMSGSIZE;
	if (copy_to_user(buffer, request, length))
		length = -EFAULT;
	kvfree(request);
	return length;
}

/* Moves the bytes of an answer into the messages that read. Each message's buffer holds what was asked for; one with I2C_M_RECV_LEN a block more. */
static int take_answer(struct bus *bus, const u8 *at, const u8 *end)
{
	int i;

	for (i = 0; i < bus->count; i++) {
		struct i2c_msg *message = &bus->messages[i];
		size_t length = message->len;

		if (!(message->flags & I2C_M_RD))
			continue;
		if (message->flags & I2C_M_RECV_LEN) {
			if (at == end || *at < 1 || *at > I2C_SMBUS_BLOCK_MAX)
				return -EPROTO;
			length += *at;
		}
		if (length > end - at)
			return -EPROTO;
		memcpy(message->buf, at, length);
		message->len = length;
		at += length;
	}
	return at == end ? 0 : -EPROTO;
}

static ssize_t bus_write(struct file *file, const char __user *buffer, size_t length, loff_t *offset)
{
	struct bus *bus = file->private_data;
	ssize_t result = length;
	u32 sequence;
	s32 status;
	u8 *answer;

	if (length < HEADER || length > LONGEST)
		return -EINVAL;
	answer = vmemdup_user(buffer, length);
	if (IS_ERR(answer))
		return PTR_ERR(answer);
	memcpy(&sequence, answer, sizeof(sequence));
	memcpy(&status, answer + sizeof(sequence), sizeof(status));

	mutex_lock(&bus->lock);
	if (status > 0 || status < -MAX_ERRNO) {
		result = -EINVAL;
	} else if (!bus->messages || !bus->taken || sequence != bus->sequence) {
		result = -ESTALE;
	} else {
		bus->status = status ? status : take_answer(bus, answer + HEADER, answer + length);
		bus->messages = NULL;
		complete(&bus->answered);
	}
	mutex_unlock(&bus->lock);
	kvfree(answer);
	return result;
}

static __poll_t bus_poll(struct file *file, poll_table *table)
{
	struct bus *bus = file->private_data;

	poll_wait(file, &bus->asked, table);
	return EPOLLOUT | (is_asked(bus) ? EPOLLIN : 0);
}

static const struct file_operations operations = {
	.owner = THIS_MODULE,
	.open = bus_open,
	.release = bus_release,
	.read = bus_read,
	.write = bus_write,
	.poll = bus_poll,
	.llseek = no_llseek,
};

static struct miscdevice device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "edge-i2c",
	.fops = &operations,
	.mode = 0600,
};
module_misc_device(device);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("An I2C adapter that a process answers for, for virtual machines of tests");
