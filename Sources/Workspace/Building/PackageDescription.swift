/// What a package's manifest says, as far as the lab needs it.
package struct PackageDescription: Sendable, Hashable, Codable {
    package struct Target: Sendable, Hashable, Codable {
        package var name: String
        /// As SwiftPM spells it: `regular`, `executable`, `test`, `macro`, `plugin`, `system`, `binary`.
        package var kind: String
        /// Relative to the package; nil when it is neither declared nor in one of SwiftPM's usual places.
        package var path: String?
        /// Files and directories of it that are not compiled, relative to ``path``.
        package var excluded: [String]
        /// Files and directories of it that are compiled, relative to ``path``; nil for all.
        package var sources: [String]?
        /// Names of what it depends on: targets of the package, and products of others.
        package var dependencies: [String]
        /// Names of the programs that are built of it, where they are declared.
        package var programs: [String]

        package init(
            name: String, kind: String, path: String?, excluded: [String] = [], sources: [String]? = nil,
            dependencies: [String] = [], programs: [String] = []
        ) {
            self.name = name
            self.kind = kind
            self.path = path
            self.excluded = excluded
            self.sources = sources
            self.dependencies = dependencies
            self.programs = programs
        }

        /// As the compiler spells it: what no identifier can have becomes an underscore (SwiftPM, `c99name`).
        package var moduleName: String {
            String(name.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
        }

        /// Whether a path, relative to the package, is among the files that are compiled into it.
        package func compiles(_ file: String) -> Bool {
            guard let path else { return false }
            func lies(_ file: String, in folder: String) -> Bool {
                folder == "." || folder.isEmpty || file == folder || file.hasPrefix(folder + "/")
            }
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            guard lies(file, in: folder) else { return false }
            let inner = folder == "." || folder.isEmpty ? file : String(file.dropFirst(folder.count + 1))
            func matches(_ entry: String) -> Bool {
                let entry = entry.hasPrefix("./") ? String(entry.dropFirst(2)) : entry
                return lies(inner, in: entry.hasSuffix("/") ? String(entry.dropLast()) : entry)
            }
            return !excluded.contains(where: matches) && sources?.contains(where: matches) ?? true
        }
    }

    package var name: String
    /// Such as `6.0.0`.
    package var toolsVersion: String
    package var targets: [Target]
    /// Absolute paths of the packages it takes from the file system.
    package var localDependencies: [String]

    package init(name: String, toolsVersion: String, targets: [Target], localDependencies: [String]) {
        self.name = name
        self.toolsVersion = toolsVersion
        self.targets = targets
        self.localDependencies = localDependencies
    }

    /// The targets that have to be built for some test targets to be: those whose code they can run, and what builds may
    /// need without saying so in a target's dependencies, such as plugins and the tools these run.
    ///
    /// - Parameter others: names of further targets to be built.
    /// - Returns: as ``targets(reachedFrom:)`` does.
    package func targets(neededBy modules: Set<String>, and others: Set<String> = []) -> [Target]? {
        guard let tests = testTargets(of: modules) else { return nil }
        let ownKinds: Set = ["regular", "executable", "test"]
        return withDependencies(
            tests + targets.filter { !ownKinds.contains($0.kind) || others.contains($0.name) })
    }

    /// The targets whose code tests can run: those of the modules, and all that these depend on within the package.
    ///
    /// - Parameter modules: as test names begin, `KitTests` in `KitTests.Suite/test`.
    /// - Returns: nil when a module is no test target of the package.
    package func targets(reachedFrom modules: Set<String>) -> [Target]? {
        testTargets(of: modules).map(withDependencies)
    }

    private func testTargets(of modules: Set<String>) -> [Target]? {
        let tests = targets.filter { $0.kind == "test" && modules.contains($0.moduleName) }
        return tests.count == modules.count ? tests : nil
    }

    private func withDependencies(_ first: [Target]) -> [Target] {
        var names = Set(first.map(\.name))
        var open = first
        while let target = open.popLast() {
            open += targets.filter {
                target.dependencies.contains($0.name) && names.insert($0.name).inserted
            }
        }
        return targets.filter { names.contains($0.name) }
    }
}
