import Foundation

/// A package that nobody here wrote, as it is published.
struct RealPackage: Codable {
    var name: String
    var url: String
    /// A tag of its repository.
    var version: String
    /// How many faults are injected into it, one at a time.
    var faults: Int

    static func all(in path: String) throws -> [RealPackage] {
        try JSONDecoder().decode([RealPackage].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// Clones it once; returns the folder.
    func folder(in clones: String) throws -> String {
        let folder = clones + "/" + name
        if FileManager.default.fileExists(atPath: folder + "/Package.swift") { return folder }
        try? FileManager.default.removeItem(atPath: folder)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "git", "-c", "advice.detachedHead=false", "clone", "-q", "--depth", "1", "-b", version, url,
            folder,
        ]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileReadNoSuchFile) }
        return folder
    }
}
