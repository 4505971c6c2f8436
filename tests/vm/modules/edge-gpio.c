// SPDX-License-Identifier: GPL-2.0
/*
 * edge-gpio: a GPIO chip of this kernel whose inputs a process drives. For virtual machines of tests only.
 *
 * Whoever opens /dev/edge-gpio and writes a label holds the chip of that label, with 32 input lines, all low; it exists until that is closed. One at a time.
 *
 *   first write   the chip's label, 1 to 31 bytes
 *   every other   changes of level, in order: u8 line, u8 level (0 or 1) each
 *
 * A write returns when whoever watches an edge has been told of it, so that none is lost on its way: of two that come faster than the thread
 * of the GPIO character device runs, the kernel itself would tell one, and not count the other.
 *
 * The lines' interrupts outlive the chip: kernels before 6.10 do not free those that are still watched when a chip goes.
 */
#include <linux/fs.h>
#include <linux/gpio/driver.h>
#include <linux/interrupt.h>
#include <linux/irq.h>
#include <linux/irqdomain.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#define LINES 32
#define LONGEST_LABEL 31
#define MOST_CHANGES 2048

static DEFINE_MUTEX(lock); /* guards the chip and its levels */
static struct gpio_chip chip;
static char label[LONGEST_LABEL + 1];
static bool is_open, is_there;
static DECLARE_BITMAP(levels, LINES);
static struct irq_domain *interrupts;
static unsigned int edges[LINES]; /* IRQ_TYPE_EDGE_... that are watched */
static bool enabled[LINES];

/* --- what the kernel asks of a chip */

static int get_direction(struct gpio_chip *of, unsigned int line)
{
	return GPIO_LINE_DIRECTION_IN;
}

static int direction_input(struct gpio_chip *of, unsigned int line)
{
	return 0;
}

static int get(struct gpio_chip *of, unsigned int line)
{
	return test_bit(line, levels);
}

static int to_irq(struct gpio_chip *of, unsigned int line)
{
	return irq_create_mapping(interrupts, line);
}

/* --- interrupts */

static void mask(struct irq_data *data)
{
	WRITE_ONCE(enabled[data->hwirq], false);
}

static void unmask(struct irq_data *data)
{
	WRITE_ONCE(enabled[data->hwirq], true);
}

static int set_type(struct irq_data *data, unsigned int type)
{
	if (type & ~IRQ_TYPE_EDGE_BOTH)
		return -EINVAL;
	WRITE_ONCE(edges[data->hwirq], type);
	return 0;
}

static struct irq_chip interrupt_chip = {
	.name = "edge-gpio",
	.irq_mask = mask,
	.irq_unmask = unmask,
	.irq_set_type = set_type,
};

static int map(struct irq_domain *domain, unsigned int irq, irq_hw_number_t line)
{
	irq_set_chip_and_handler(irq, &interrupt_chip, handle_simple_irq);
	irq_set_noprobe(irq);
	return 0;
}

static const struct irq_domain_ops domain_operations = { .map = map };

/* Changes a line's level and, if that edge is watched, interrupts and waits until the watcher's thread has run. */
static void change(unsigned int line, bool level)
{
	unsigned int edge = level ? IRQ_TYPE_EDGE_RISING : IRQ_TYPE_EDGE_FALLING;
	unsigned int irq = irq_find_mapping(interrupts, line);
	unsigned long flags;

	if (test_bit(line, levels) == level)
		return;
	assign_bit(line, levels, level);
	if (!irq || !READ_ONCE(enabled[line]) || !(READ_ONCE(edges[line]) & edge))
		return;
	local_irq_save(flags);
	generic_handle_irq(irq);
	local_irq_restore(flags);
	synchronize_irq(irq);
}

/* --- whoever drives it */

static int edge_open(struct inode *inode, struct file *file)
{
	int error = 0;

	mutex_lock(&lock);
	if (is_open)
		error = -EBUSY;
	is_open = true;
	mutex_unlock(&lock);
	return error;
}

static int appear(const char __user *buffer, size_t length)
{
	int error;

	if (length < 1 || length > LONGEST_LABEL)
		return -EINVAL;
	memset(label, 0, sizeof(label));
	if (copy_from_user(label, buffer, length))
		return -EFAULT;
	memset(&chip, 0, sizeof(chip));
	bitmap_zero(levels, LINES);
	chip.label = label;
	chip.owner = THIS_MODULE;
	chip.base = -1;
	chip.ngpio = LINES;
	chip.get_direction = get_direction;
	chip.direction_input = direction_input;
	chip.get = get;
	chip.to_irq = to_irq;
	error = gpiochip_add_data(&chip, NULL);
	is_there = !error;
	return error;
}

static int drive(const char __user *buffer, size_t length)
{
	u8 *changes;
	size_t i;
	int error = 0;

	if (length % 2 || length > 2 * MOST_CHANGES)
		return -EINVAL;
	changes = memdup_user(buffer, length);
	if (IS_ERR(changes))
		return PTR_ERR(changes);
	for (i = 0; i < length && !error; i += 2) {
		if (changes[i] >= LINES || changes[i + 1] > 1)
			error = -EINVAL;
		else
			change(changes[i], changes[i + 1]);
	}
	kfree(changes);
	return error;
}

static ssize_t edge_write(struct file *file, const char __user *buffer, size_t length, loff_t *offset)
{
	int error;

	mutex_lock(&lock);
	error = is_there ? drive(buffer, length) : appear(buffer, length);
	mutex_unlock(&lock);
	return error ? error : length;
}

static int edge_release(struct inode *inode, struct file *file)
{
	mutex_lock(&lock);
	if (is_there)
		gpiochip_remove(&chip);
	is_there = false;
	is_open = false;
	mutex_unlock(&lock);
	return 0;
}

static const struct file_operations operations = {
	.owner = THIS_MODULE,
	.open = edge_open,
	.release = edge_release,
	.write = edge_write,
	.llseek = no_llseek,
};

static struct miscdevice device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "edge-gpio",
	.fops = &operations,
	.mode = 0600,
};

static int __init begin(void)
{
	int error;

	interrupts = irq_domain_add_linear(NULL, LINES, &domain_operations, NULL);
	if (!interrupts)
		return -ENOMEM;
	error = misc_register(&device);
	if (error)
		irq_domain_remove(interrupts);
	return error;
}

static void __exit end(void)
{
	unsigned int line;

	misc_deregister(&device);
	for (line = 0; line < LINES; line++)
		irq_dispose_mapping(irq_find_mapping(interrupts, line));
	irq_domain_remove(interrupts);
}

module_init(begin);
module_exit(end);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A GPIO chip whose inputs a process drives, for virtual machines of tests");
