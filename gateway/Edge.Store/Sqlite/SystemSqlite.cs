using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Edge.Store.Sqlite;

/// <summary>Binds the managed SQLite interface to the operating system's own, patched library.</summary>
public static class SystemSqlite
{
    private const string LibraryFile = "libsqlite3.so.0";
    private static readonly Lock Gate = new();
    private static bool _bound;

    /// <summary>Loads the system's SQLite once per process; later calls return at once.</summary>
    /// <exception cref="StoreException">The library is not installed; the message says how to install it.</exception>
    public static void Bind()
    {
        lock (Gate)
        {
            if (_bound) return;
            if (!NativeLibrary.TryLoad(LibraryFile, out var library))
                throw new StoreException($"The SQLite library {LibraryFile} is missing. Install it: apt-get install libsqlite3-0");
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            _bound = true;

            nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == "e_sqlite3" ? library : 0;
        }
    }

    /// <summary>The version of the library in use, such as "3.40.1".</summary>
    public static string Version
    {
        get
        {
            Bind();
            return raw.sqlite3_libversion().utf8_to_string();
        }
    }
}
