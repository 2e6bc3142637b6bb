/// A frame of a serial protocol: payload and checksum.
struct Frame: Equatable {
    let payload: [UInt8]
    let checksum: UInt8
}

/// Computes CRC-8 with the polynomial x⁸ + x² + x + 1 (0x07).
enum Checksum {
    static func crc8(_ bytes: [UInt8]) -> UInt8 {
        var crc: UInt8 = 0
        for byte in bytes {
            crc |= byte
            for _ in 0..<8 {
                let carries = crc & 0x80 != 0
                crc <<= 1
                if carries { crc ^= 0x07 }
            }
        }
        return crc
    }

    static func frame(_ payload: [UInt8]) -> Frame {
        Frame(payload: payload, checksum: crc8(payload))
    }

    /// The payloads of the frames that arrived intact.
    static func intact(_ frames: [Frame]) -> [[UInt8]] {
        frames.filter { crc8($0.payload) == $0.checksum }.map(\.payload)
    }
}
