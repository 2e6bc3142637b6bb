import Foundation
import Incident

/// SwiftPM's scratch path: knows which objects belong to which source, and throws away what is damaged.
struct BuildFolder {
    /// A source as the last good build saw it.
    struct Seen: Codable, Equatable {
        /// SHA-256 of its bytes: an object whose source has the same bytes as before is not written again.
        var digest: String
        /// Its bodies are copied into callers in other modules, which do not notice when they change.
        var isCopiedIntoCallers: Bool
    }

    /// An object file and when it was made.
    struct Object {
        var path: String
        var source: String
        var modification: Int?
    }

    /// Downloads, as opposed to results of compiling; they are slow or impossible to get again.
    static let downloads: Set<String> = [
        "artifacts", "checkouts", "registry", "repositories", "workspace-state.json",
    ]

    let path: String
    /// Present while a build runs; found at the start of one, it tells that the last was killed.
    var marker: String { path + "/lab-building" }
    private var record: String { path + "/lab-built.json" }

    var seen: [String: Seen] {
        guard let data = FileManager.default.contents(atPath: record) else { return [:] }
        return (try? JSONDecoder().decode([String: Seen].self, from: data)) ?? [:]
    }

    func remember(_ sources: [String: Seen]) throws {
        try? FileManager.default.removeItem(atPath: record)
        try Data(JSONEncoder().encode(sources)).write(to: URL(fileURLWithPath: record))
    }

    /// Objects made from Swift files below `tree`, from the maps SwiftPM gives the compiler.
    func objects(from tree: String) -> [Object] {
        let products = path + "/debug"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: products)) ?? []
        return names.filter { $0.hasSuffix(".build") }.sorted().flatMap { name -> [Object] in
            guard let data = FileManager.default.contents(atPath: "\(products)/\(name)/output-file-map.json"),
                let map = try? JSONDecoder().decode([String: Outputs].self, from: data)
            else { return [] }
            return map.compactMap { source, outputs in
                guard RelativePath.below(tree, source) != nil, let object = outputs.object else { return nil }
                return Object(
                    path: object, source: source, modification: Files.status(of: object)?.modification)
            }
        }
    }

    /// The state of sources now, in the form ``remember(_:)`` takes.
    func state(of sources: Set<String>) -> [String: Seen] {
        var found: [String: Seen] = [:]
        for source in sources {
            guard let bytes = try? Files.read(source) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            found[source] = Seen(
                digest: Digest.sha256(bytes),
                isCopiedIntoCallers: Self.isCopiedIntoCallers(text))
        }
        return found
    }

    /// What only its own file sees has no callers elsewhere: woven files have such functions, all of them, and would
    /// otherwise have everything compiled again in every build. In doubt a body counts as copied.
    static func isCopiedIntoCallers(_ text: String) -> Bool {
        ["@inlinable", "@_transparent", "@_alwaysEmitIntoClient"].contains { attribute in
            text.ranges(of: attribute).contains { range in
                // Not into a body, a comment or a string: those may say `private` of something else.
                let head = text[range.upperBound...].prefix(200).prefix { !"{/=\"".contains($0) }
                let words = head.split { !$0.isLetter }
                    .prefix { !["func", "var", "init", "subscript"].contains($0) }
                let isOwn = words.contains("fileprivate") || words.contains("private")
                return !isOwn || words.contains("set")
            }
        }
    }

    /// The time the file system gives to a file written now, in nanoseconds since 1970.
    func now() throws -> Int {
        try? FileManager.default.removeItem(atPath: marker)
        try Data().write(to: URL(fileURLWithPath: marker))
        return Files.status(of: marker)?.modification ?? 0
    }

    /// Builds here keep the compiler's modules to themselves, because those that are shared were found damaged.
    var keepsModules: Bool { Files.kind(of: path + "/lab-own-modules") != nil }

    func keepModules() throws { try Data().write(to: URL(fileURLWithPath: path + "/lab-own-modules")) }

    /// Removes everything that compiling made, and keeps what was downloaded.
    func removeProducts() throws {
        for name in try Files.names(in: path) where !Self.downloads.contains(name) {
            try Files.remove(path + "/" + name)
        }
    }

    private struct Outputs: Decodable {
        var object: String?
    }
}
