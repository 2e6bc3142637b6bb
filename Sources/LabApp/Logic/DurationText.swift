/// Why a duration could not be read.
public enum DurationError: Error, Equatable {
    case empty
    case unknownUnit(Character)
    case missingNumber
    case missingUnit
    case tooLong
}

/// A unit of time that a duration is written in.
public enum DurationUnit: Character, CaseIterable, Sendable {
    case second = "s"
    case minute = "m"
    case hour = "h"
    case day = "d"

    /// The length of one unit in seconds.
    public var seconds: Int {
        switch self {
        case .second: return 1
        case .minute: return 60
        case .hour: return 3600
        case .day: return 86_400
        }
    }
}

/// Durations written as `1h30m`.
public enum DurationText {
    /// The number of seconds that `text` stands for.
    public static func seconds(from text: String) throws -> Int {
        guard !text.isEmpty else { throw DurationError.empty }
        let characters = Array(text)
        var total = 0
        var number: Int?
        var cursor = 0
        while cursor < characters.count {
            let character = characters[cursor]
            if let digit = character.wholeNumberValue {
                number = try append(digit, to: number ?? 0)
            } else {
                total = try add(number, of: character, to: total)
                number = nil
            }
            cursor += 1
        }
        guard number == nil else { throw DurationError.missingUnit }
        return total
    }

    /// The duration in its largest units, such as `"1h 30m"`; zero is `"0s"`.
    public static func text(from seconds: Int) -> String {
        guard seconds > 0 else { return "0s" }
        var remaining = seconds
        var parts: [String] = []
        for unit in DurationUnit.allCases.reversed() where remaining >= unit.seconds {
            parts.append("\(remaining / unit.seconds)\(unit.rawValue)")
            remaining %= unit.seconds
        }
        return parts.joined(separator: " ")
    }

    private static func append(_ digit: Int, to number: Int) throws -> Int {
        guard number <= (Int.max - digit) / 10 else { throw DurationError.tooLong }
        return number * 10 + digit
    }

    private static func add(_ number: Int?, of symbol: Character, to total: Int) throws -> Int {
        guard let number else { throw DurationError.missingNumber }
        guard let unit = DurationUnit(rawValue: symbol) else { throw DurationError.unknownUnit(symbol) }
        guard number <= (Int.max - total) / unit.seconds else { throw DurationError.tooLong }
        return total + number * unit.seconds
    }
}
