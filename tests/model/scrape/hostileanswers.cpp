// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/hostileanswers.h"

#include "tests/model/scrape/scrapehelpers.h"

namespace sightglass::test {

namespace {

HttpAnswer flood(const QByteArray &bytes, const QByteArray &repeated)
{
    return HttpAnswer::endlessHeaders(bytes, repeated);
}

} // namespace

QList<HttpAnswer> hostileAnswers()
{
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray page = ok + "Content-Type: text/plain\r\n";
    const QByteArray bomb = gzipped(QByteArray(1 << 20, '#'), 64);
    return {flood(ok, "x: " + QByteArray(10'000, 'y') + "\r\n"),
            flood(ok, "x: y\r\n"),
            flood(ok + "x: ", "y"),
            flood("HTTP/1.1 200 ", "y"),
            flood({}, "HTTP/1.1 100 Continue\r\n\r\n"),
            flood(page + "Transfer-Encoding: chunked\r\n\r\n1;", "x"),
            flood(page + "\r\n", "#\n"),
            HttpAnswer::page(bomb, "text/plain", "Content-Encoding: gzip\r\n"),
            HttpAnswer::redirect("/hostile/0"),
            HttpAnswer::hang(),
            HttpAnswer{ok + "Content-", {}},
            HttpAnswer::raw("SSH-2.0-OpenSSH\r\n")};
}

} // namespace sightglass::test
