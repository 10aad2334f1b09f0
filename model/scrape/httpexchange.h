// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/httplink.h"
#include "parser/http/responsereader.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace sightglass {

/// Takes an answer in, as it comes. In each of these calls the exchange may be stopped, started again or
/// destroyed.
class AnswerSink
{
public:
    virtual ~AnswerSink() = default;

    virtual void answerBegins(http::ResponseHead head, const http::BodyFraming &framing) = 0;
    /// The next piece of the body. Returns what it cost, in bytes that were made of it: a piece that unpacks
    /// to a thousand times its size ends the turn.
    virtual std::size_t answerGoesOn(std::string_view piece) = 0;
    virtual void answerEnds() = 0;
    /// Instead of answerEnds(), at any time. Errors of HttpLink and http::ResponseReader.
    virtual void answerFails(const Error &error) = 0;
};

/// Sends requests, one at a time, and reads their answers: the client's side of HTTP/1.1 over a link, which
/// is kept for the next request to the same origin. A kept link that turns out to be closed is replaced once.
///
/// Bounded in every direction: what is held of an answer (http::ResponseLimits and the link's buffer), what
/// one turn of the event loop spends on it, so that no server can hold up its neighbours, and what is read
/// after an error or stop(): nothing, the link is aborted at once.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    using Link = std::unique_ptr<HttpLink>;
    using MakeLink = std::function<Link(const QUrl &)>;

    /// `sink` outlives this. Links are TcpLinks unless `makeLink` makes others.
    explicit HttpExchange(AnswerSink &sink, MakeLink makeLink = {}, QObject *parent = nullptr);
    ~HttpExchange() override;

    /// Sends `request`, a whole GET or POST request, over a link to the origin of `url`; the answer comes
    /// from the event loop. Stops the exchange before.
    void start(const QUrl &url, const QByteArray &request);

    /// Hangs up on the answer that is coming in, if any; a kept link stays.
    void stop();

    /// The same, and hangs up a kept link too: the next one is to go another way.
    void hangUp();

private:
    void connectAnew();
    void send();
    template<typename Call>
    void byLink(Call call);
    void onReadable();
    void onClosed();
    void onFailed(const Error &error);
    [[nodiscard]] bool retries();
    void pump();
    void pumpLater();
    [[nodiscard]] bool take(std::string_view bytes);
    template<typename Tell>
    [[nodiscard]] bool tell(Tell told);
    void tellFailure(const Error &error);
    void finish(bool reusable);
    void dropLink();

    AnswerSink &m_sink;
    MakeLink m_makeLink;
    Link m_link;
    QUrl m_linkUrl; ///< where the link leads to
    QByteArray m_request;
    std::optional<http::ResponseReader> m_reader; ///< empty: no exchange under way
    std::uint64_t m_round = 0;                    ///< tells an exchange from the one before
    bool m_reused = false;                        ///< the link carried an answer before
    bool m_closed = false;                        ///< by the server; what came before may still be unread
    int m_linkCalls = 0;                          ///< calls by the link that are up the stack
    std::size_t m_spent = 0;                      ///< in this turn
    std::array<char, 1024> m_piece;
};

} // namespace sightglass
