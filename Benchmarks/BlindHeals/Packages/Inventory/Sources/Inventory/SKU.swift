/// Why an item code was refused.
public enum SKUError: Error, Equatable {
    case malformed(String)
    case wrongCheckDigit(String)
}

/// An item code such as `BOLT-0042-6`: a family, a serial number, and the serial's check digit.
public struct SKU: Hashable, Sendable {
    /// The product family, in capitals.
    public let family: String
    /// The number within the family.
    public let serial: Int

    /// Puts a code together.
    public init(family: String, serial: Int) {
        self.family = family
        self.serial = serial
    }

    /// Reads a printed code.
    public init(parsing text: String) throws {
        let fields = text.split(separator: "-")
        guard fields.count == 3 else { throw SKUError.malformed(text) }
        guard let serial = Int(fields[1]), let digit = Int(fields[2]) else { throw SKUError.malformed(text) }
        self.init(family: fields[0].uppercased(), serial: serial)
        guard digit == checkDigit else { throw SKUError.wrongCheckDigit(text) }
    }

    /// The last digit of the serial's digit sum.
    public var checkDigit: Int {
        var sum = 0
        var rest = serial
        while rest > 0 {
            sum += rest % 10
            rest /= 10
        }
        return sum % 10
    }

    /// The code as it is printed; the serial has at least four digits.
    public var printed: String {
        let digits = String(serial)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
        return "\(family)-\(zeros)\(digits)-\(checkDigit)"
    }

    /// The first letter of the family, for the shelf label; a question mark when there is none.
    public var shelfLetter: Character {
        guard let letter = family.first else { return "?" }
        return letter
    }

    /// All readable codes of a scanner line; what cannot be read is left out.
    public static func scan(_ line: String) -> [SKU] {
        line.split(separator: " ").compactMap { try? SKU(parsing: String($0)) }
    }
}
