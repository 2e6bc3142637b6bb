/// Arithmetic modulo a number that is small enough for products to fit into `Int`.
struct ModularField {
    let modulus: Int

    init(modulus: Int) {
        precondition(modulus > 1 && modulus < 1 << 31, "the modulus is out of range")
        self.modulus = modulus
    }

    func reduced(_ value: Int) -> Int {
        let rest = value % modulus
        return rest < 0 ? rest + modulus : rest
    }

    /// `base` to the power of an exponent that is not negative, by repeated squaring.
    func power(_ base: Int, _ exponent: Int) -> Int {
        let half = power(base, exponent / 2)
        let square = half * half % modulus
        return exponent % 2 == 0 ? square : square * reduced(base) % modulus
    }

    /// The inverse of a value, for a prime modulus; nil for multiples of it.
    func inverse(of value: Int) -> Int? {
        guard reduced(value) != 0 else { return nil }
        return power(value, modulus - 2)
    }
}
