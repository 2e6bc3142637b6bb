/// Who gets a feature.
struct FeatureFlag {
    let name: String
    /// Share of users in percent.
    var percentage: Int
    var allowed: Set<String> = []
    var blocked: Set<String> = []
    var isArchived = false

    /// Blocked users never get the feature, allowed ones always do, others by their bucket.
    func isOn(for user: String) -> Bool {
        guard !isArchived, blocked.contains(user) else { return false }
        if allowed.contains(user) { return true }
        return bucket(of: user) < percentage
    }

    /// A stable number between 0 and 99 for a user of this feature.
    func bucket(of user: String) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in "\(name)/\(user)".utf8 {
            hash = (hash ^ UInt32(byte)) &* 16_777_619
        }
        return Int(hash % 100)
    }
}
