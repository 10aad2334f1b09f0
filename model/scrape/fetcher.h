// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/bodycompression.h"
#include "model/core/refusedanswer.h"
#include "parser/base/result.h"
#include "parser/exposition/expositionparser.h"

#include <QUrl>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace sightglass {

/// How a page came.
struct PageTransfer
{
    std::string contentType;     ///< as sent, at most 1,024 bytes of it; empty: none, or no such thing
    std::string contentEncoding; ///< as sent, at most 100 bytes of it; empty: none, or no such thing
    BodyCompression compression = BodyCompression::Unknown;
    std::size_t wireBytes = 0; ///< of the body as it was sent, packed or not; 0: unknown
};

/// Whether, and how far, an answer that is no page is read all the same.
struct RefusedReading
{
    using Take = std::function<void(RefusedAnswer, PageTransfer)>;

    Take take;                     ///< empty: nothing is read of it
    std::size_t bytes = 64 * 1024; ///< of the unpacked body
    std::int64_t withinMs = 1000;  ///< after the verdict; what has come until then is told
};

/// What to fetch, and what it may cost.
struct FetchRequest
{
    QUrl url;                      ///< http or https; user and password in it become Basic authentication
    std::int64_t timeoutMs = 0;    ///< over connecting, headers and the whole body, redirects included; > 0
    std::size_t bodySizeLimit = 0; ///< of unpacked bytes; 0: none
    std::string buffer;            ///< its memory is used for the body
    RefusedReading refused = {};   ///< of answers over HTTP
};

/// A page that may be parsed.
struct FetchedPage
{
    std::string body;                                           ///< unpacked
    ExpositionFormat format = ExpositionFormat::PrometheusText; ///< of no meaning where body is empty
    PageTransfer transfer = {};
};

/// Where a target's pages come from. One request at a time; one thread, with an event loop.
class Fetcher
{
public:
    using Done = std::function<void(Result<FetchedPage>)>;

    virtual ~Fetcher() = default;

    /// Returns at once; `done` is called once, later, from the event loop. Errors: ConnectionRefused,
    /// HostNotFound, NetworkFailed, TlsFailed, Certificate…, ConnectionClosed, ScrapeTimedOut, Http…,
    /// TooManyRedirects, Redirect…, ContentTypeMissing, UnsupportedContentType, BodyTooLarge, Decompression…,
    /// FileUnreadable, CommandFailed. A request still running is dropped without a call.
    virtual void start(FetchRequest request, Done done) = 0;

    /// Drops the running request, if any, without a call; what is read of a refused answer, too.
    virtual void cancel() = 0;

    /// From within `done` on: whether the answer was refused and FetchRequest::refused is going to be told.
    [[nodiscard]] virtual bool isReadingRefused() const { return false; }
};

} // namespace sightglass
