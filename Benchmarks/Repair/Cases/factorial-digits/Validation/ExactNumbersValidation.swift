import Testing

@testable import FactorialDigits

@Suite struct ExactNumbersValidation {
    @Test func factorials() {
        #expect(ExactNumbers.factorial(1) == "1")
        #expect(ExactNumbers.factorial(20) == "2432902008176640000")
        #expect(ExactNumbers.factorial(21) == "51090942171709440000")
        #expect(ExactNumbers.factorial(30) == "265252859812191058636308480000000")
        #expect(ExactNumbers.factorial(100).count == 158)
        #expect(ExactNumbers.factorial(100).hasSuffix("864" + String(repeating: "0", count: 24)))
    }

    @Test func powers() {
        #expect(ExactNumbers.power(10, 40) == "1" + String(repeating: "0", count: 40))
        #expect(ExactNumbers.power(7, 0) == "1")
        #expect(ExactNumbers.power(0, 3) == "0")
        #expect(ExactNumbers.power(0, 0) == "1")
        #expect(ExactNumbers.power(2, 64) == "18446744073709551616")
        #expect(ExactNumbers.power(99, 11) == "8953382542587164451099")
    }
}
