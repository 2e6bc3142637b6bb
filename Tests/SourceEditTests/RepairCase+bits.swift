extension RepairCase {
    static let bits: [RepairCase] = [
        RepairCase(
            "clearing the lowest bit", "rest ^= rest - 1", "rest &= rest - 1",
            source: """
                func population(of value: Int) -> Int {
                    var rest = value
                    var total = 0
                    while rest != 0 {
                        rest ^= rest - 1
                        total += 1
                    }
                    return total
                }
                """),
        RepairCase(
            "shift in the wrong direction", "word << 1", "word >> 1",
            source: """
                func parity(_ start: UInt) -> Bool {
                    var word = start
                    var odd = false
                    while word > 0 {
                        if word & 1 == 1 { odd.toggle() }
                        word = word << 1
                    }
                    return odd
                }
                """),
        RepairCase(
            "both at once, the wrong way round", "(x % y, y)", "(y, x % y)",
            source: """
                func common(_ a: Int, _ b: Int) -> Int {
                    var (x, y) = (a, b)
                    while y != 0 {
                        (x, y) = (x % y, y)
                    }
                    return x
                }
                """),
        RepairCase(
            "both at once, one of them not far enough", "(middle, high)", "(middle + 1, high)",
            source: """
                func root(_ n: Int) -> Int {
                    var (low, high) = (0, n)
                    while low < high {
                        let middle = (low + high + 1) / 2
                        if middle * middle <= n {
                            (low, high) = (middle, high)
                        } else {
                            (low, high) = (low, middle - 1)
                        }
                    }
                    return low
                }
                """),
        RepairCase(
            "arguments of a divisor the wrong way round", "common(a % b, b)", "common(b, a % b)",
            source: """
                func common(_ a: Int, _ b: Int) -> Int {
                    if b == 0 { return a }
                    return common(a % b, b)
                }
                """),
        RepairCase(
            "a missing square in a tolerance", "abs(value - guess)", "abs(value - guess * guess)",
            source: """
                func root(of value: Double, within tolerance: Double) -> Double {
                    var guess = value / 2
                    while abs(value - guess) > tolerance {
                        guess = 0.5 * (guess + value / guess)
                    }
                    return guess
                }
                """),
        RepairCase(
            "digits put together in the wrong order", "text + digits[number % base]",
            "digits[number % base] + text",
            source: """
                func spell(_ start: Int, base: Int, digits: [String]) -> String {
                    var number = start
                    var text = ""
                    while number > 0 {
                        text = text + digits[number % base]
                        number = number / base
                    }
                    return text
                }
                """),
        RepairCase(
            "one for all of the primes", "primes.contains { candidate % $0 > 0 }",
            "primes.allSatisfy { candidate % $0 > 0 }",
            source: """
                func primes(upTo limit: Int) -> [Int] {
                    var primes: [Int] = []
                    for candidate in 2...max(2, limit) {
                        if primes.contains { candidate % $0 > 0 } {
                            primes.append(candidate)
                        }
                    }
                    return primes
                }
                """),
        RepairCase(
            "the number itself is a factor", "return []", "return [number]",
            source: """
                func factors(of number: Int) -> [Int] {
                    if number == 1 { return [1] }
                    for divisor in 2..<number {
                        if number % divisor == 0 {
                            return [divisor] + factors(of: number / divisor)
                        }
                    }
                    return []
                }
                """),
        RepairCase(
            "a bound that should be squared", "while divisor <= number", "while divisor * divisor <= number",
            source: """
                func isPrime(_ number: Int) -> Bool {
                    guard number > 1 else { return false }
                    var divisor = 2
                    while divisor <= number {
                        if number % divisor == 0 { return false }
                        divisor += 1
                    }
                    return true
                }
                """),
        RepairCase(
            "a second recursive call is missing", "return ways(steps - 1)",
            "return ways(steps - 1) + ways(steps - 2)",
            source: """
                func ways(_ steps: Int) -> Int {
                    if steps <= 1 { return 1 }
                    return ways(steps - 1)
                }
                """),
    ]
}
