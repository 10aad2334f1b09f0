// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/demo/expositiontext.h"
#include "tests/support/demoprocess.h"

namespace sightglass::demo {

/// The built sightglass-demo, running until this goes, and what it answers.
class DemoService
{
public:
    struct Response
    {
        int status = 0;
        QByteArray contentType;
        QByteArray body;
    };

    /// Starts it with a free port and waits for its line about the metrics; url() is empty when that did not
    /// come.
    DemoService(const QString &stateDir, const QStringList &arguments);

    [[nodiscard]] const QString &url() const noexcept { return m_demo.url(); }
    [[nodiscard]] QProcess &process() noexcept { return m_demo.process(); }
    /// E.g. "/health". A status of 0 means that there was no answer.
    [[nodiscard]] Response get(const QString &path, const QByteArray &accept = {}) const;
    [[nodiscard]] Response post(const QString &path) const;
    [[nodiscard]] ExpositionText scrape() const
    {
        return ExpositionText(get(QStringLiteral("/metrics")).body);
    }

private:
    enum class Verb
    {
        Get,
        Post
    };
    [[nodiscard]] Response ask(const QString &path, Verb verb, const QByteArray &accept) const;

    test::DemoProcess m_demo;
};

} // namespace sightglass::demo
