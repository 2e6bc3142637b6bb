import Doctor
import Foundation

/// Tries whether a folder takes files.
enum FolderProbe {
    /// A folder that does not exist is judged by the nearest one above it that does.
    static func look(at path: String) -> MachineFacts.Folder {
        var folder = URL(fileURLWithPath: path).standardizedFileURL
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
            folder.deleteLastPathComponent()
        }
        var room = statvfs()
        let isKnown = statvfs(folder.path, &room) == 0
        return MachineFacts.Folder(
            path: path,
            // What an ordinary user may take: the rest is kept for root.
            freeBytes: isKnown ? Int64(clamping: UInt64(room.f_bavail) * UInt64(room.f_frsize)) : nil,
            // Some file systems make room for files as they need it and say 0 of 0.
            freeFiles: isKnown && room.f_files > 0 ? Int64(clamping: UInt64(room.f_favail)) : nil,
            problem: problem(in: folder.path))
    }

    /// Writes a block and takes it away again; the reason when that fails.
    private static func problem(in folder: String) -> String? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory),
            isDirectory.boolValue
        else { return "\(folder) is no directory" }
        let file = folder + "/.lab-doctor-\(UUID().uuidString)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        defer {
            close(descriptor)
            unlink(file)
        }
        let block = [UInt8](repeating: 1, count: 4096)
        guard write(descriptor, block, block.count) == block.count, fsync(descriptor) == 0 else {
            return String(cString: strerror(errno))
        }
        return nil
    }
}
