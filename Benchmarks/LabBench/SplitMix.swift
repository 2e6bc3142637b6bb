/// splitmix64 (Steele, Lea, Flood, 2014): the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A generator of its own for each name, so that one package's draws do not shift another's.
    init(seed: UInt64, name: String) {
        state = name.utf8.reduce(seed) { ($0 &* 0x100_0000_01B3) ^ UInt64($1) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
