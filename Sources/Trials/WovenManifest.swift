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

    private static func names(_ targets: [String]) -> String {
        targets.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
