// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "tests/support/httpserver.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrl>

namespace sightglass::test {

/// A real endpoint's pages, recorded one after the other, and served so that every scraper gets exactly the
/// same samples whenever it comes: page k carries explicit timestamps, and each reader, told apart by its
/// path, walks through the pages on its own.
class RecordedEndpoint
{
public:
    explicit RecordedEndpoint(QByteArray name)
        : m_name(std::move(name))
    {}

    /// Adds the endpoint's present page with all samples at t (ascending from call to call). False where it
    /// could not be fetched or read.
    bool record(const QUrl &endpoint, TimestampMs t);

    /// Serves the pages to this reader, at /<name>/<reader>.
    void serveTo(HttpServer &server, const QByteArray &reader);
    [[nodiscard]] QString pathFor(const QByteArray &reader) const;

    [[nodiscard]] qsizetype pages() const { return m_pages.size(); }
    /// Whether the reader came once more after it had got the last page: then it has stored that one.
    [[nodiscard]] bool isReadBy(const QByteArray &reader) const
    {
        return m_served.value(reader) > m_pages.size();
    }

private:
    QByteArray m_name;
    QList<QByteArray> m_pages;
    QHash<QByteArray, qsizetype> m_served;
};

} // namespace sightglass::test
