/// The part of the input that a finding speaks of; valid as long as its bytes are.
package struct Excerpt {
    /// The segment or line around the finding.
    package let bytes: UnsafeBufferPointer<UInt8>
    /// Where the finding's bytes are in it.
    package let marked: Range<Int>

    package init(_ bytes: UnsafeBufferPointer<UInt8>, marked: Range<Int>) {
        self.bytes = bytes
        self.marked = marked.clamped(to: 0..<bytes.count)
    }

    /// What stands before the finding, what it speaks of, and what follows.
    var parts: [UnsafeBufferPointer<UInt8>] {
        [0..<marked.lowerBound, marked, marked.upperBound..<bytes.count].map {
            UnsafeBufferPointer(rebasing: bytes[$0])
        }
    }
}
