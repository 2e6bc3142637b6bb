/// One message between the lab and a fork server; `serve.c` has the other end.
struct ForkFrame: Equatable {
    var numbers: [Int64]
    var text: [UInt8]

    init(numbers: [Int64], strings: [String] = []) {
        self.numbers = numbers
        self.text = strings.flatMap { Array($0.utf8) + [0] }
    }

    init(numbers: [Int64], text: [UInt8]) {
        self.numbers = numbers
        self.text = text
    }

    /// Two counts, the numbers, the text, in the byte order of the machine.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.headBytes + numbers.count * 8 + text.count)
        withUnsafeBytes(of: UInt32(numbers.count)) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(text.count)) { bytes.append(contentsOf: $0) }
        numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
        return bytes + text
    }

    static let headBytes = 8

    /// How many bytes of numbers and of text follow a head.
    static func counts(ofHead head: [UInt8]) -> (numbers: Int, text: Int) {
        head.withUnsafeBytes { head in
            (Int(head.load(as: UInt32.self)), Int(head.load(fromByteOffset: 4, as: UInt32.self)))
        }
    }

    init(body: [UInt8], numberCount: Int) {
        numbers = body.withUnsafeBytes { body in
            (0..<numberCount).map { body.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self) }
        }
        text = Array(body[(numberCount * 8)...])
    }
}
