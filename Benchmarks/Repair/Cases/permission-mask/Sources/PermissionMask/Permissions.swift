/// What a member may do in a workspace.
struct Permission: OptionSet, Hashable {
    let rawValue: UInt16

    static let read = Permission(rawValue: 1 << 0)
    static let write = Permission(rawValue: 1 << 1)
    static let share = Permission(rawValue: 1 << 2)
    static let invite = Permission(rawValue: 1 << 3)
    static let administer = Permission(rawValue: 1 << 4)
}

/// A member's permissions: what the role gives, plus grants, minus revocations.
struct MemberAccess {
    private(set) var mask: UInt16

    init(role: Permission) {
        mask = role.rawValue
    }

    mutating func grant(_ permission: Permission) {
        mask |= permission.rawValue
    }

    /// Takes a permission away. Taking away what the member does not have changes nothing.
    mutating func revoke(_ permission: Permission) {
        mask ^= permission.rawValue
    }

    /// Whether the member has all of the permissions asked for.
    func allows(_ permission: Permission) -> Bool {
        mask & permission.rawValue == permission.rawValue
    }
}
