import CProcess
import Foundation
import Incident

/// File operations that never follow a symbolic link out of the directory they work in.
enum Files {
    enum Kind: Equatable {
        case regular
        case directory
        case link
        /// A pipe, socket or device.
        case special
    }

    /// Nil when there is nothing at the path; the link itself, not what it points to.
    static func kind(of path: String) -> Kind? {
        status(of: path).map { status in
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFLNK: .link
            default: .special
            }
        }
    }

    static func status(of path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }

    /// Names in a directory, sorted by their bytes.
    static func names(in directory: String) throws -> [String] {
        guard let stream = opendir(directory) else { throw unreadable(directory) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name else {
                throw LabError(.badInput, "'\(directory)' holds a file whose name is not UTF-8.")
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    static func read(_ path: String) throws -> [UInt8] {
        // Not blocking, in case the path has become a pipe since it was looked at.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw unreadable(path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    static func target(ofLink path: String) throws -> String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = buffer.withUnsafeMutableBytes { buffer in
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return -1 }
            return readlink(path, start, buffer.count)
        }
        guard count >= 0 else { throw unreadable(path) }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    /// Puts a file in place in one step, by way of `scratch`, which must lie on the same file system.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t, scratch: String) throws {
        unlink(scratch)
        let descriptor = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable(path) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0 {
                let error = unwritable(path)
                close(descriptor)
                throw error
            }
            written += count
        }
        // Independent of the umask.
        fchmod(descriptor, mode)
        guard close(descriptor) == 0 else { throw unwritable(path) }
        if kind(of: path) == .directory { try remove(path) }
        guard rename(scratch, path) == 0 else { throw unwritable(path) }
    }

    static func link(_ path: String, to target: String) throws {
        try remove(path)
        guard symlink(target, path) == 0 else { throw unwritable(path) }
    }

    /// Makes every directory between `root` and the parent of `relative`, replacing what is in the way.
    static func makeParents(of relative: String, in root: String) throws {
        var path = root
        for component in relative.split(separator: "/").dropLast() {
            path += "/" + component
            if kind(of: path) == .directory { continue }
            try remove(path)
            guard mkdir(path, 0o755) == 0 else { throw unwritable(path) }
        }
    }

    /// Makes a directory and its parents; symbolic links on the way are followed.
    static func makeDirectory(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw LabError(.cannotWrite, "The directory '\(path)' cannot be created.", underlying: error)
        }
    }

    /// Removes whatever is at the path, with everything below it; links are removed, not followed.
    static func remove(_ path: String) throws {
        switch kind(of: path) {
        case nil: return
        case .directory:
            // A test may have left a directory that nobody can list.
            chmod(path, 0o700)
            for name in try names(in: path) { try remove(path + "/" + name) }
            guard rmdir(path) == 0 else { throw unwritable(path) }
        default:
            guard unlink(path) == 0 else { throw unwritable(path) }
        }
    }

    /// The directory a path lies in, by its text: `.` for a bare name.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func setModificationTime(of path: String, seconds: Int, nanoseconds: Int = 0) {
        _ = lab_set_modification_time(path, seconds, nanoseconds)
    }

    /// The path without symbolic links, `.` and `..`; nil when there is nothing there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func unreadable(_ path: String) -> LabError {
        LabError(.badInput, "'\(path)' cannot be read: \(String(cString: strerror(errno))).")
    }

    private static func unwritable(_ path: String) -> LabError {
        LabError(.cannotWrite, "'\(path)' cannot be written: \(String(cString: strerror(errno))).")
    }
}
