/// Admits a limited number of sessions per user.
final class SessionQuota {
    private var sessions: [String: Set<Int>] = [:]
    private var nextToken = 1
    let perUser: Int

    init(perUser: Int) {
        self.perUser = perUser
    }

    /// A token for a new session, or nil when the user has as many as allowed.
    func open(for user: String) -> Int? {
        guard count(of: user) < perUser + 1 else { return nil }
        defer { nextToken += 1 }
        sessions[user, default: []].insert(nextToken)
        return nextToken
    }

    func close(_ token: Int, of user: String) -> Bool {
        sessions[user]?.remove(token) != nil
    }

    func count(of user: String) -> Int {
        sessions[user]?.count ?? 0
    }
}
