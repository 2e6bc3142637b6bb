/// A rule a password can break.
enum PasswordViolation: Equatable {
    case tooShort(minimum: Int)
    case needsLetterAndDigit
    case containsUserName
    case repeatsCharacter(Character)
}

/// The rules of an account system.
struct PasswordPolicy {
    var minimumLength = 8
    /// More than this many equal characters in a row are refused.
    var longestRun = 3

    /// All violations in the order of the rules, none for an acceptable password.
    func violations(of password: String, userName: String) -> [PasswordViolation] {
        var found: [PasswordViolation] = []
        if password.count < minimumLength {
            found.append(.tooShort(minimum: minimumLength))
        }
        let hasLetter = password.contains { $0.isLetter }
        let hasDigit = password.contains { $0.isNumber }
        if !hasLetter && !hasDigit {
            found.append(.needsLetterAndDigit)
        }
        if !userName.isEmpty && password.lowercased().contains(userName.lowercased()) {
            found.append(.containsUserName)
        }
        if let character = overlongRun(in: password) {
            found.append(.repeatsCharacter(character))
        }
        return found
    }

    private func overlongRun(in password: String) -> Character? {
        var previous: Character?
        var length = 0
        for character in password {
            length = character == previous ? length + 1 : 1
            if length > longestRun { return character }
            previous = character
        }
        return nil
    }
}
