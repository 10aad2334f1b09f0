// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/bodyreceiver.h"
#include "model/scrape/discoverer.h"
#include "model/scrape/httpagent.h"

#include <QTimer>
#include <QUrl>

#include <optional>

namespace sightglass {

/// http_sd_configs: target groups that a web address answers with, asked again every so often. Whatever is
/// not a good answer (status 200, application/json, of its shape, at most 16 MiB, within the refresh
/// interval) keeps what there was. Authenticates, takes the proxy and follows redirects as a scrape does.
class HttpDiscoverer final : public Discoverer, private AnswerSink
{
    Q_OBJECT

public:
    explicit HttpDiscoverer(HttpDiscovery config, QObject *parent = nullptr);
    ~HttpDiscoverer() override;

    void start() override;

private:
    void answerBegins(http::ResponseHead head, const http::BodyFraming &framing) override;
    std::size_t answerGoesOn(std::string_view piece) override;
    void answerEnds() override;
    void answerFails(const Error &error) override;

    [[nodiscard]] http::HeaderFields fields() const;
    void fail(const Error &error);

    HttpDiscovery m_config;
    QUrl m_url;
    HttpAgent m_agent;
    std::optional<BodyReceiver> m_receiver;
    QTimer m_refresh;
    QTimer m_timeout;
};

} // namespace sightglass
