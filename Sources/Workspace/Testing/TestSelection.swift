/// Which tests to run, by name as `TestEvent.test` spells it: `Module.Suite/test`.
package enum TestSelection: Sendable, Hashable {
    case all
    case only(Set<String>)
    case except(Set<String>)

    func includes(_ test: String) -> Bool {
        switch self {
        case .all: true
        case .only(let names): names.contains(test)
        case .except(let names): !names.contains(test)
        }
    }
}
