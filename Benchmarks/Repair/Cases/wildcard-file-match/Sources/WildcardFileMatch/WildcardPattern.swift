/// A pattern in which `?` stands for one character and `*` for any number of them.
struct WildcardPattern {
    private let pattern: [Character]

    init(_ pattern: String) {
        self.pattern = Array(pattern)
    }

    func matches(_ text: String) -> Bool {
        let characters = Array(text)
        var position = 0
        var index = 0
        while index < characters.count, position < pattern.count {
            if pattern[position] == "*" {
                position += 1
                guard position < pattern.count else { return true }
                while index < characters.count, characters[index] != pattern[position] {
                    index += 1
                }
            } else if pattern[position] == "?" || pattern[position] == characters[index] {
                position += 1
                index += 1
            } else {
                return false
            }
        }
        guard index == characters.count else { return false }
        return pattern[position...].allSatisfy { $0 == "*" }
    }
}
