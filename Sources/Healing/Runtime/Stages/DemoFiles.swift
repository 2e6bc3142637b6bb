import Foundation
import Incident

/// The files of a runtime demo: the sample service, and a directory for data that outlives its containers.
struct DemoFiles: Sendable {
    let rootfs: String
    let data: String

    init(rootfs: String, folder: String) {
        self.rootfs = rootfs
        data = folder + "/data"
    }

    /// Makes the data directory, empty.
    func prepare() throws {
        guard FileManager.default.fileExists(atPath: rootfs + "/labapp") else {
            throw LabError(
                .unavailable, "\(rootfs) does not hold the sample service.",
                hint: "scripts/labapp-image makes it; `make demo-runtime` calls it.")
        }
        try? FileManager.default.removeItem(atPath: data)
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
    }

    /// Every regular file below the root, by path, in order; links are followed.
    func forEach(_ body: (_ path: String, _ content: [UInt8], _ isExecutable: Bool) throws -> Void) throws {
        let names = FileManager.default.enumerator(atPath: rootfs)?.compactMap { $0 as? String } ?? []
        for name in names.sorted() {
            let path = rootfs + "/" + name
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { continue }
            if isDirectory.boolValue {
                // An empty directory, such as /tmp, needs a file to exist at all.
                if try FileManager.default.contentsOfDirectory(atPath: path).isEmpty {
                    try body(name + "/.keep", [], false)
                }
                continue
            }
            let content = try Data(contentsOf: URL(fileURLWithPath: path))
            try body(name, Array(content), FileManager.default.isExecutableFile(atPath: path))
        }
    }

    /// Of all files, for telling whether an image is still right.
    func digest() throws -> String {
        var text = ""
        try forEach { path, content, isExecutable in
            text += "\(path) \(isExecutable) \(Digest.sha256(Data(content)))\n"
        }
        return Digest.sha256(text)
    }
}
