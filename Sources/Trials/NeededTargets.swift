package import Incident
package import SourceEdit
package import Workspace

/// Which targets of a package have to be built where only some of its tests count.
package struct NeededTargets {
    private let package: PackageDescription
    /// Files of test targets, by target.
    private let tests: [(target: PackageDescription.Target, files: [SourceFile])]

    /// - Parameter tests: the package's files with tests, and others, which are left alone.
    package init(_ package: PackageDescription, tests: [SourceFile]) {
        self.package = package
        self.tests = package.targets.filter { $0.kind == "test" }.map { target in
            (target, tests.filter { target.compiles($0.path) })
        }
    }

    /// Names of the targets; nil where all tests count, or all targets are needed.
    ///
    /// - Parameter others: names of targets that are needed whether tests reach them or not.
    package func names(for scope: TestScope, and others: Set<String> = []) -> [String]? {
        guard !scope.isAll else { return nil }
        let counting = tests.filter { test in
            scope.tests.isEmpty || scope.tests.contains { Self.mayMatch($0, test.target, test.files) }
        }
        guard !counting.isEmpty else { return nil }
        // Programs that tests start need not be among what their targets depend on.
        var words: Set<Substring> = []
        for file in counting.flatMap(\.files) {
            words.formUnion(file.text.split { !($0.isLetter || $0.isNumber || "_-".contains($0)) })
        }
        let programs = package.targets.filter { target in
            target.kind == "executable"
                && ([target.name] + target.programs).contains { words.contains(Substring($0)) }
        }
        let needed = package.targets(
            neededBy: Set(counting.map(\.target.moduleName)), and: others.union(programs.map(\.name)))
        guard let needed, needed.count < package.targets.count else { return nil }
        return needed.map(\.name)
    }

    /// Whether a pattern may match the name of a test of a target, `Module.Suite/test`. In doubt it may.
    private static func mayMatch(
        _ pattern: String, _ target: PackageDescription.Target, _ files: [SourceFile]
    ) -> Bool {
        let isAnchored = pattern.hasPrefix("^")
        let text = pattern.dropFirst(isAnchored ? 1 : 0)
        let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let rest = text[word.endIndex...]
        // A word that every match holds.
        guard !word.isEmpty, !pattern.contains("|"), !"*?{".contains(rest.first ?? " ") else { return true }
        if isAnchored {
            return rest.hasPrefix("\\.") ? target.moduleName == word : target.moduleName.hasPrefix(word)
        }
        return target.moduleName.contains(word) || files.contains { $0.text.contains(word) }
    }
}
