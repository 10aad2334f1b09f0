// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/fetcher.h"
#include "model/scrape/httpagent.h"
#include "model/scrape/httpoptions.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <optional>

namespace sightglass {

/// Fetches pages over HTTP as Prometheus does (exposition reference, sections 0.1 and 0.3; scraping
/// reference, section 10): without cookies, caches or sniffing, unpacking and measuring the body while it
/// comes in, and hanging up as soon as the verdict is clear, unless somebody wants to see what was refused:
/// then the verdict is told at once, and a little of the answer is read behind it. Keeps one connection, to
/// where the last request went. Authentication, proxies and redirects are HttpAgent's.
class HttpFetcher final : public QObject, public Fetcher, private AnswerSink
{
    Q_OBJECT

public:
    /// `secrets` outlives this; null: none are kept here. Links other than TCP and TLS come from `makeLink`.
    explicit HttpFetcher(HttpOptions options = {}, SecretStore *secrets = nullptr,
                         HttpExchange::MakeLink makeLink = {}, QObject *parent = nullptr);
    ~HttpFetcher() override;

    void start(FetchRequest request, Done done) override;
    void cancel() override;
    [[nodiscard]] bool isReadingRefused() const override { return m_refusing; }

private:
    /// Of the body of an answer that is refused.
    enum class Rest : unsigned char
    {
        Comes,
        Lost ///< nothing more is going to come
    };

    void answerBegins(http::ResponseHead head, const http::BodyFraming &framing) override;
    std::size_t answerGoesOn(std::string_view piece) override;
    void answerEnds() override;
    void answerFails(const Error &error) override;

    void onTimeout();
    /// The verdict on the headers, empty where there is nothing against them.
    [[nodiscard]] std::optional<Error> headError(const http::BodyFraming &framing) const;
    [[nodiscard]] Result<ExpositionFormat> format() const;
    /// How the answer that has just ended came.
    [[nodiscard]] PageTransfer transfer() const;
    [[nodiscard]] Status unpack(std::string_view piece);
    std::size_t takeRefused(std::string_view piece);
    /// Tells the verdict, and reads on where the request has it so. This may be gone afterwards.
    void refuse(const Error &error, Rest rest);
    void tellRefused(bool isWhole);
    void conclude(Result<FetchedPage> result);

    HttpOptions m_options;
    HttpAgent m_agent;
    FetchRequest m_request;
    Done m_done;
    http::ResponseHead m_head;
    std::size_t m_wireBytes = 0;            ///< of the body so far, before unpacking
    std::optional<BodyReceiver> m_receiver; ///< empty until the head is there
    bool m_refusing = false;                ///< the verdict is told, the body is read for the curious
    QTimer m_timeout;
};

} // namespace sightglass
