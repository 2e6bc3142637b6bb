import Foundation

extension ForkIsolation {
    private typealias Examine =
        @convention(c) (
            UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutablePointer<CChar>, Int
        ) -> Int32

    /// What children of a fork server would get on this machine, tried by the library that gives it.
    ///
    /// `folder` is an existing directory that two empty ones can be made in for a moment. Nil where it could not be
    /// tried: no Linux, no library, no place for the directories.
    package static func found(library: String, in folder: String) -> ForkIsolation? {
        let scratch = folder + "/lab-isolation-\(UUID().uuidString)"
        guard mkdir(scratch, 0o700) == 0 else { return nil }
        defer { rmdir(scratch) }
        let tree = scratch + ".tree"
        guard mkdir(tree, 0o700) == 0 else { return nil }
        defer { rmdir(tree) }
        guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else { return nil }
        defer { dlclose(handle) }
        guard let symbol = dlsym(handle, "healing_lab_isolation") else { return nil }
        let examine = unsafeBitCast(symbol, to: Examine.self)
        var reason = [CChar](repeating: 0, count: 512)
        let code = examine(scratch, tree, &reason, reason.count)
        let text = reason.withUnsafeBytes { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        switch code {
        case 1: return .full
        case 0: return .partial(reason: text)
        default: return nil
        }
    }
}
