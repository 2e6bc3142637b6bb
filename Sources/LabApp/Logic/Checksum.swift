/// Check digits and hashes.
public enum Checksum {
    /// The 32-bit FNV-1a hash, the same on every platform and in every run.
    public static func fnv1a(_ text: String) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 {
            hash ^= UInt32(byte)
            hash = hash &* 16_777_619
        }
        return hash
    }

    /// The bucket out of `count` that `key` always lands in; the only one when there are none to choose from.
    public static func bucket(for key: String, count: UInt32) -> UInt32 {
        guard count > 0 else { return 0 }
        return fnv1a(key) % count
    }

    /// Adds up the digits of `number`, which must not be negative.
    public static func digitSum(_ number: Int) -> Int {
        guard number > 9 else { return number }
        return number % 10 + digitSum(number / 10)
    }

    /// Repeats the digit sum until one digit is left.
    public static func digitalRoot(_ number: Int) -> Int {
        guard number > 9 else { return number }
        return digitalRoot(digitSum(number))
    }

    /// The decimal digits, lowest first; none for zero.
    public static func digits(of number: Int) -> [Int] {
        var digits: [Int] = []
        var rest = number
        while rest > 0 {
            digits.append(rest % 10)
            rest /= 10
        }
        return digits
    }

    /// Whether the last digit matches the others, by the Luhn formula of payment card numbers.
    public static func isLuhnValid(_ number: Int) -> Bool {
        guard number > 0 else { return false }
        let sum = digits(of: number).enumerated().reduce(0) { sum, digit in
            sum + (digit.offset.isMultiple(of: 2) ? digit.element : digitSum(digit.element * 2))
        }
        return sum.isMultiple(of: 10)
    }

    /// A sum of bytes that wraps around, as serial protocols use it.
    public static func byteSum(_ bytes: [UInt8]) -> UInt8 {
        bytes.reduce(0) { $0 &+ $1 }
    }

    /// The bytes of `values`, or nil when one of them does not fit a byte.
    public static func bytes(from values: [Int]) -> [UInt8]? {
        var bytes: [UInt8] = []
        for value in values {
            guard let byte = UInt8(exactly: value) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
