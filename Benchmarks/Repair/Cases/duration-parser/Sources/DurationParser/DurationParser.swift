/// Why a duration could not be read.
enum DurationError: Error, Equatable {
    case empty
    case missingUnit
    case missingNumber(unit: Character)
    case unknownUnit(Character)
}

/// Reads durations such as `90s`, `1h30m` or `2d` as a number of seconds.
struct DurationParser {
    func seconds(from text: String) throws -> Int {
        guard !text.isEmpty else { throw DurationError.empty }
        var total = 0
        var number: Int?
        for character in text {
            if let digit = character.wholeNumberValue {
                number = (number ?? 1) * 10 + digit
                continue
            }
            let factor = try secondsPerUnit(character)
            guard let amount = number else { throw DurationError.missingNumber(unit: character) }
            total += amount * factor
            number = nil
        }
        guard number == nil else { throw DurationError.missingUnit }
        return total
    }

    private func secondsPerUnit(_ unit: Character) throws -> Int {
        switch unit {
        case "s": return 1
        case "m": return 60
        case "h": return 3600
        case "d": return 24 * 3600
        default: throw DurationError.unknownUnit(unit)
        }
    }
}
