/// What a woven copy's manifest says besides what the package's own does.
struct WovenManifest {
    /// Targets in which the compiler's search for types is bounded, see ``TypeCheckLimit``.
    var limited: [String] = []
    /// The targets that are built, with the products that consist of these; nil for all.
    var kept: [String]?

    var changesNothing: Bool { limited.isEmpty && kept == nil }

    /// The manifest with its changes; nil for one that does not look as usual.
    func text(_ original: String) -> String? {
        let declares = original.split(whereSeparator: \.isNewline).contains {
            $0.hasPrefix("let package = Package(") || $0.hasPrefix("let package: Package = ")
        }
        guard declares, !changesNothing else { return nil }
        var text = original
        if let kept {
            text += """

                do {
                    let kept: Set<String> = [\(Self.names(kept))]
                    package.targets.removeAll { !kept.contains($0.name) }
                    package.products.removeAll { product in
                        let targets =
                            (product as? Product.Library)?.targets ?? (product as? Product.Executable)?.targets
                            ?? (product as? Product.Plugin)?.targets ?? []
                        return !kept.isSuperset(of: targets)
                    }
                }

                """
            if Self.namesDependencies(original) { text += Self.withoutUnusedDependencies }
        }
        if !limited.isEmpty {
            text += """

                for target in package.targets where [\(Self.names(limited))].contains(target.name) {
                    target.swiftSettings =
                        (target.swiftSettings ?? []) + [.unsafeFlags(["-Xfrontend", "-solver-scope-threshold=\(TypeCheckLimit.scopes)"])]
                }

                """
        }
        return text
    }

    /// Since tools version 5.6 a manifest can be asked where its dependencies come from.
    private static func namesDependencies(_ manifest: String) -> Bool {
        let line = manifest.prefix { !$0.isNewline }
        let version = line.drop { !$0.isNumber }.split(separator: ".").prefix(2)
            .compactMap { Int($0.prefix { $0.isNumber }) }
        return version.count == 2 && (version[0], version[1]) >= (5, 6)
    }

    /// SwiftPM compiles whatever a package depends on, used or not. Where a target does not say from which package a product
    /// is, all stay.
    private static let withoutUnusedDependencies = """

        do {
            let own = Set(package.targets.map { $0.name })
            var used: Set<String>? = []
            for target in package.targets {
                for dependency in target.dependencies {
                    switch dependency {
                    case .targetItem: break
                    case .byNameItem(let name, _): if !own.contains(name) { used = nil }
                    case .productItem(_, let package, _, _):
                        if let package { used?.insert(package.lowercased()) } else { used = nil }
                    @unknown default: used = nil
                    }
                }
                for plugin in target.plugins ?? [] {
                    switch plugin {
                    case .plugin(let name, let package):
                        if let package { used?.insert(package.lowercased()) } else if !own.contains(name) { used = nil }
                    @unknown default: used = nil
                    }
                }
            }
            if let used {
                package.dependencies.removeAll { dependency in
                    var names: [String] = []
                    switch dependency.kind {
                    case .sourceControl(let name, let location, _): names = [location] + (name.map { [$0] } ?? [])
                    case .fileSystem(let name, let path): names = [path] + (name.map { [$0] } ?? [])
                    case .registry(let id, _): names = [id]
                    @unknown default: return false
                    }
                    return names.allSatisfy { name in
                        var last = (name.split(separator: "/").last.map { String($0) } ?? name).lowercased()
                        if last.hasSuffix(".git") { last.removeLast(4) }
                        return !used.contains(last)
                    }
                }
            }
        }

        """

    private static func names(_ targets: [String]) -> String {
        targets.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
