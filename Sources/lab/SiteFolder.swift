import Foundation
import Incident

/// The directory that pages are written to; it removes what an earlier site left, and nothing else.
struct SiteFolder {
    /// Names the files of the site, one a line.
    private static let list = ".lab-site"

    let path: String

    func write(_ files: [ArtifactWriter.File]) throws {
        let names = files.map(\.name)
        let old =
            FileManager.default.contents(atPath: path + "/" + Self.list)
            .map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) } ?? []
        let obsolete = Set(old).subtracting(names).filter { name in
            !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        }
        // The start page comes last, so whoever finds it finds what it links to.
        let list = ArtifactWriter.File(Self.list, names.sorted().joined(separator: "\n") + "\n")
        try ArtifactWriter(directory: path).write([list] + files, removing: obsolete.sorted())
    }
}
