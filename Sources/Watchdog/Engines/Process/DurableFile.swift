import Foundation
import Watchdog

/// Files that are replaced as a whole: a reader, at any moment and after any crash, sees the old or the new one.
enum DurableFile {
    static func read(_ path: String) throws -> Data {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw fault("read", path) }
        defer { close(file) }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Foundation.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault("read", path) }
            if count == 0 { return data }
            data.append(contentsOf: buffer[..<count])
        }
    }

    static func write(_ data: Data, to path: String, mode: mode_t = 0o644) throws {
        let draft = "\(path).new-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw fault("write", path) }
        let isWritten = data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(
                    file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return fsync(file) == 0
        }
        guard isWritten, rename(draft, path) == 0 else {
            let error = fault("write", path)
            close(file)
            unlink(draft)
            throw error
        }
        close(file)
        synchronise(directoryOf: path)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
        let data = try read(path)
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw EngineFault(.malformed, "'\(path)' cannot be understood.")
        }
    }

    static func encode(_ value: some Encodable, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try write(encoder.encode(value) + Data("\n".utf8), to: path)
    }

    /// Makes renames in a directory last.
    static func synchronise(directoryOf path: String) {
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let directory = open(parent.isEmpty ? "/" : parent, O_RDONLY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }

    /// The fault for `errno` as it is now.
    static func fault(_ verb: String, _ path: String) -> EngineFault {
        let number = errno
        let code: EngineFault.Code =
            switch number {
            case ENOENT, ENOTDIR: .notFound
            case EACCES, EPERM, EROFS: .denied
            case EEXIST, EBUSY, ENOTEMPTY: .conflict
            default: .refused
            }
        return EngineFault(code, "Cannot \(verb) '\(path)': \(String(cString: strerror(number))).")
    }
}
