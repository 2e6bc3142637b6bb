import Incident

/// Which tests to run, by name as `TestEvent.test` spells it: `Module.Suite/test`.
package enum TestSelection: Sendable, Hashable {
    /// All that count, see ``TestScope``.
    case all
    /// All that count, and these whether they count or not.
    case allAnd(Set<String>)
    case only(Set<String>)
    case except(Set<String>)

    func includes(_ test: String, in scope: TestScope) -> Bool {
        switch self {
        case .all: scope.includes(test)
        case .allAnd(let names): names.contains(test) || scope.includes(test)
        case .only(let names): names.contains(test)
        case .except(let names): !names.contains(test) && scope.includes(test)
        }
    }

    /// Whether a test is wanted by its name, which no scope takes away.
    func names(_ test: String) -> Bool {
        switch self {
        case .allAnd(let names), .only(let names): names.contains(test)
        case .all, .except: false
        }
    }
}
