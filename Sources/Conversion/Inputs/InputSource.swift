import Archives
import Diagnostics
import SystemPackage
import X12Syntax

/// An open input: a file, standard input, or a member of an archive, expanded where it is gzip.
///
/// Files are read into blocks rather than mapped: a file that shrinks while it is mapped would end
/// the program, and reading is as fast (Documentation/Decisions/0002-files-are-read.md).
///
/// Where reading breaks off after its first bytes, the input ends there and `end` says why, so that
/// what came before is converted and accounted for.
struct InputSource: ByteSource, ~Copyable {
    private var stored: StoredInput?
    private var gzip: GzipReader<StoredInput>?
    /// What holds the bytes as they are stored; `nil` for a member of an archive.
    private let file: InputFile?
    /// What messages call it.
    private let noun: String
    /// Bytes that were looked at before the reading began.
    private var prefix: [UInt8] = []
    private var prefixPosition = 0
    /// Whether the prefix is all there is.
    private(set) var isPrefixWhole = false
    let end: InputEnd

    /// How many bytes are looked at to recognise an input.
    static let prefixLength = 64 * 1024
    /// How much white space may come first.
    private static let blankLimit = 8 * 1024 * 1024

    /// Looks at the first bytes, expanded where they are gzip.
    ///
    /// - Parameter surplus: bytes in no member of the archive of which it is the first.
    init(
        _ stored: consuming StoredInput, noun: String, surplus: ZipSurplus = ZipSurplus()
    ) throws(ConversionFailure) {
        end = InputEnd(surplus)
        let isGzip = ArchiveKind(opening: stored.opening) == .gzip
        file = stored.file
        self.noun = isGzip ? "this gzip file" : noun
        if isGzip {
            do throws(ArchiveFailure) {
                gzip = try GzipReader(stored)
            } catch {
                throw ConversionFailure(error, of: noun)
            }
            self.stored = nil
        } else {
            self.stored = consume stored
        }
        try readPrefix()
    }

    private mutating func readPrefix() throws(ConversionFailure) {
        // Little at first: memory costs time when it is first touched.
        var bytes = [UInt8](repeating: 0, count: InputSource.prefixLength / 16)
        var count = 0
        while !isPrefixWhole {
            if count == bytes.count {
                if count >= InputSource.prefixLength {
                    // White space says nothing of what follows it.
                    guard count < InputSource.blankLimit, bytes.allSatisfy(\.isWhiteSpace) else {
                        break
                    }
                }
                bytes.append(contentsOf: repeatElement(0, count: count))
            }
            var outcome: Result<Int, ConversionFailure> = .success(0)
            bytes.withUnsafeMutableBytes { raw in
                outcome = readOn(UnsafeMutableRawBufferPointer(rebasing: raw[count...]))
            }
            switch outcome {
            case .success(let more):
                count += more
                isPrefixWhole = more == 0
            case .failure(let failure):
                guard count > 0 else { throw failure }
                end.failure = failure
                isPrefixWhole = true
            }
        }
        prefix = Array(bytes[..<count])
    }

    /// Reads what follows the prefix.
    private mutating func readOn(
        _ buffer: UnsafeMutableRawBufferPointer
    ) -> Result<Int, ConversionFailure> {
        do throws(ArchiveFailure) {
            var count = try stored?.read(into: buffer)
            if count == nil { count = try gzip?.read(into: buffer) }
            if count == 0 { end.note(file) }
            return .success(count ?? 0)
        } catch {
            return .failure(ConversionFailure(error, of: noun))
        }
    }

    /// Calls `body` with the first bytes.
    func withPrefix<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        prefix.withUnsafeBufferPointer(body)
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if prefixPosition < prefix.count {
            let count = min(buffer.count, prefix.count - prefixPosition)
            buffer.copyBytes(from: prefix[prefixPosition..<prefixPosition + count])
            prefixPosition += count
            if prefixPosition == prefix.count {
                prefix = []
                prefixPosition = 0
            }
            return count
        }
        if isPrefixWhole { return 0 }
        switch readOn(buffer) {
        case .success(let count): return count
        case .failure(let failure):
            end.failure = failure
            isPrefixWhole = true
            return 0
        }
    }
}

extension ConversionFailure {
    /// - Parameter noun: what was being read: "this gzip file".
    init(_ failure: ArchiveFailure, of noun: String) {
        switch failure {
        case .source(let number) where Errno(rawValue: number) == .isDirectory:
            self = .cannotOpen(.isDirectory)
        case .source(let number): self = .cannotRead(Errno(rawValue: number))
        default: self = .damagedArchive("\(noun) \(failure.message)")
        }
    }
}
