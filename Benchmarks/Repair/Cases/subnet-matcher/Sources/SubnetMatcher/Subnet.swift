/// An IPv4 address in dotted form, as one number.
struct IPv4Address: Equatable {
    let value: UInt32

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard let octet = UInt8(part) else { return nil }
            value = (value << 8) | UInt32(octet)
        }
        self.value = value
    }
}

/// A block such as `10.0.0.0/8`.
struct Subnet {
    let base: IPv4Address
    let prefixLength: Int

    init?(_ text: String) {
        let halves = text.split(separator: "/")
        guard halves.count == 2, let base = IPv4Address(String(halves[0])),
            let length = Int(halves[1]), (0...32).contains(length)
        else { return nil }
        self.base = base
        prefixLength = length
    }

    /// The mask with `prefixLength` leading ones.
    var mask: UInt32 {
        UInt32.max >> UInt32(32 - prefixLength)
    }

    func contains(_ address: IPv4Address) -> Bool {
        address.value & mask == base.value & mask
    }
}
