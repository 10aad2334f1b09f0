// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/demo/expositiontext.h"

#include <QProcess>

namespace sightglass::demo {

/// The built sightglass-demo, running on a free port until this goes.
class DemoProcess
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
    DemoProcess(const QString &stateDir, const QStringList &arguments);
    ~DemoProcess();

    [[nodiscard]] const QString &url() const noexcept { return m_url; }
    [[nodiscard]] QProcess &process() noexcept { return m_process; }
    /// E.g. "/health". A status of 0 means that there was no answer.
    [[nodiscard]] Response get(const QString &path) const;
    [[nodiscard]] Response post(const QString &path) const;
    [[nodiscard]] ExpositionText scrape() const
    {
        return ExpositionText(get(QStringLiteral("/metrics")).body);
    }

    static QString binary();

private:
    enum class Verb
    {
        Get,
        Post
    };
    [[nodiscard]] Response ask(const QString &path, Verb verb) const;

    QProcess m_process;
    QString m_url;
};

} // namespace sightglass::demo
