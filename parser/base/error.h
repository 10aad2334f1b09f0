// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What went wrong, as a kind that code can decide on. The text is made from messageTemplate() and the
/// error's arguments, once, at the surface.
enum class ErrorCode : std::uint8_t
{
    // parser/exposition: verdicts of Prometheus' own scrape parsers, with its texts as the argument
    ExpositionSyntax,
    // parser/promql
    PromqlSyntax,
    PromqlType,
    // parser/config and the dashboard files
    ConfigSyntax,
    ConfigValue,
    // parser/http
    HttpStartLineInvalid,
    HttpStartLineTooLong,
    HttpVersionUnsupported,
    HttpFieldInvalid,
    HttpHeadTooLarge,
    HttpTooManyFields,
    HttpLengthInvalid,
    HttpCodingUnsupported,
    HttpChunkInvalid,
    HttpTooManyInterimAnswers,
    ConnectionClosed,
    // model/query
    QueryFailed,
    QueryTooManySamples,
    QueryTimedOut,
    QueryCancelled,
    // model/storage
    OutOfOrderSample,
    DuplicateSample,
    OutOfBounds,
    // model/scrape
    InvalidUrl,
    ConnectionRefused,
    HostNotFound,
    ScrapeTimedOut,
    NetworkFailed,
    HttpStatus,
    TooManyRedirects,
    UnsupportedContentType,
    BodyTooLarge,
    DecompressionFailed,
    ContentTypeMissing,
    RedirectNotHttp,
    RedirectInsecure,
    DecompressionHeaderInvalid,
    DecompressionIncomplete,
    TlsFailed,
    CertificateSelfSigned,
    CertificateUntrusted,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateWrongHost,
    InvalidSeries,
    SampleLimitExceeded,
    // files and the outside world
    FileUnreadable,
    Unsupported,
    // model/storage and model/scrape, limits of what is kept
    SeriesLimitExceeded,
    ClockSetBack,
    // model/scrape, targets that are no web addresses
    CommandFailed,
};

/// A failure as data: what (code), where (span in bytes and position in line:column, both may be empty), and
/// the values that its text needs. Plain value, no allocation beyond the arguments, safe to copy across
/// threads.
struct Error
{
    ErrorCode code = ErrorCode::Unsupported;
    std::vector<std::string> arguments;
    SourceSpan span;
    SourcePosition position;

    friend bool operator==(const Error &, const Error &) = default;
};

/// The English text of a code with %1, %2 … where Error::arguments go. The only table of error texts; widgets
/// translate these very strings in the context "errors".
[[nodiscard]] std::string_view messageTemplate(ErrorCode code) noexcept;

/// The English text of an error without its place: the template with its arguments put in. For the command
/// line, logs and tests; widgets compose their own from the translated template.
[[nodiscard]] std::string plainText(const Error &error);

/// Puts arguments into a template: %1 is the first argument. A number without an argument stays as written;
/// arguments are not scanned again, so hostile text cannot pull in another argument.
[[nodiscard]] std::string formatMessage(std::string_view messageTemplate,
                                        const std::vector<std::string> &arguments);

} // namespace sightglass
