/// Square roots of whole numbers.
enum SquareRoots {
    /// The largest number whose square is not above the given one; nil for negative numbers (Newton's method).
    static func floorRoot(of number: Int) -> Int? {
        guard number >= 0 else { return nil }
        guard number > 1 else { return number }
        var guess = number / 2 + 1
        while guess >= number / guess {
            guess = (guess + number / guess) / 2
        }
        return guess
    }

    static func isPerfectSquare(_ number: Int) -> Bool {
        guard let root = floorRoot(of: number) else { return false }
        return root * root == number
    }

    /// The side lengths of the rectangle with this area that is closest to a square.
    static func tightestRectangle(area: Int) -> (width: Int, height: Int)? {
        guard area > 0, var width = floorRoot(of: area) else { return nil }
        while area % width != 0 {
            width -= 1
        }
        return (width, area / width)
    }
}
