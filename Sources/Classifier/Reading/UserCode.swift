import Incident

/// Tells the user's own sources from everything else a path or a frame may name.
package struct UserCode: Sendable {
    private let root: String?
    /// Relative paths the evidence spelt out, by base name: they complete a `Module/File.swift`.
    private let known: [String: String]
    private let testFiles: Set<String>

    init(evidence: Evidence, events: [TestEvent], reports: [CrashReport]) {
        var root = evidence.root
        while let path = root, path.count > 1, path.hasSuffix("/") { root = String(path.dropLast()) }
        self.root = root
        var known: [String: String] = [:]
        var testFiles: Set<String> = []
        let framed = reports.flatMap(\.frames).compactMap(\.file)
        for path in events.compactMap({ $0.location?.file }) + framed {
            guard let relative = Self.relative(path, root: root), relative.contains("/") else { continue }
            known[Self.baseName(relative)] = relative
        }
        for event in events {
            guard let path = event.location?.file, path != "<EXPR>" else { continue }
            let relative = Self.relative(path, root: root) ?? path
            testFiles.insert(known[Self.baseName(relative)] ?? relative)
        }
        self.known = known
        self.testFiles = testFiles
    }

    /// Relative to the root; nil for the toolchain, generated code and dependencies.
    func file(_ path: String) -> String? {
        guard let relative = Self.relative(path, root: root) else { return nil }
        return relative.contains("/") ? relative : known[relative] ?? relative
    }

    func isTest(_ file: String) -> Bool {
        file.hasPrefix("Tests/") || file.contains("/Tests/") || testFiles.contains(file)
    }

    func place(_ location: SourceLocation?) -> SourceLocation? {
        guard var location, let file = file(location.file) else { return nil }
        location.file = file
        return location
    }

    func place(_ message: TrapMessage?) -> SourceLocation? {
        guard let message, !message.isFromLibrary, let path = message.file, let file = file(path) else {
            return nil
        }
        return SourceLocation(file: file, line: message.line ?? 0)
    }

    /// The user's frames, innermost first; a call repeated in a row stands once.
    func frames(_ report: CrashReport?) -> [SourceLocation] {
        var result: [SourceLocation] = []
        for frame in report?.frames ?? [] {
            guard let path = frame.file, let file = file(path) else { continue }
            let place = SourceLocation(
                file: file, line: frame.line, column: frame.column > 0 ? frame.column : nil,
                function: Self.function(frame.function))
            if result.last != place { result.append(place) }
        }
        return result
    }

    /// The innermost frame outside the tests, else the innermost one.
    func location(_ frames: [SourceLocation]) -> SourceLocation? {
        guard var best = frames.first(where: { !isTest($0.file) }) ?? frames.first else { return nil }
        if best.line == 0 {
            let sameFile = frames.filter { $0.file == best.file && $0.line > 0 }
            // A closure without a line stands in the function that encloses it.
            let enclosing = best.function.flatMap { name in
                name.ranges(of: " in ").last.map { String(name[$0.upperBound...]) }
            }
            let other =
                sameFile.first { $0.function == best.function }
                ?? sameFile.first { enclosing != nil && $0.function == enclosing }
            best = other ?? best
        }
        return best
    }

    static func baseName(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// The runtime prefixes what an async function does after a suspension; it is the same function.
    static func function(_ name: String) -> String {
        var name = Substring(name)
        for prefix in ["await resume partial function for ", "suspend resume partial function for "] {
            if let range = name.firstRange(of: prefix) { name = name[range.upperBound...] }
        }
        if name.hasPrefix("specialized ") { name = name.dropFirst("specialized ".count) }
        return String(name)
    }

    private static func relative(_ path: String, root: String?) -> String? {
        if foreign.contains(where: path.contains) || path.hasPrefix("<") || path.isEmpty { return nil }
        if let root, path.hasPrefix(root + "/") { return String(path.dropFirst(root.count + 1)) }
        if let root, path.hasPrefix("/"), root.hasPrefix("/") { return nil }
        if path.hasPrefix("Sources/") || path.hasPrefix("Tests/") { return path }
        let starts = ["/Sources/", "/Tests/"].compactMap { path.ranges(of: $0).last?.lowerBound }
        if let start = starts.max() { return String(path[path.index(after: start)...]) }
        return baseName(path)
    }

    private static let foreign = [
        "<compiler-generated>", "/swift-generated-sources/", "@__swiftmacro_", "/.build/", ".derived/",
        "/usr/lib/", "/usr/include/", "/swift-corelibs-", "/llvm-project/", "/sysdeps/",
    ]
}
