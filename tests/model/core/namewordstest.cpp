// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/namewords.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class NameWordsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void inTitles_data();
    void inTitles();
};

void NameWordsTest::words_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *words) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(words);
    };
    row("http_requests_total", "http requests total");
    row("a:b.c/d-e f", "a b c d e f");
    row("doorOpenCount", "door Open Count");
    row("HTTPRequestCount", "HTTP Request Count");
    row("node_memory_MemFree_bytes", "node memory Mem Free bytes");
    row("node_SReclaimable", "node SReclaimable");
    row("used_kB", "used kB");
    row("iOS_VMs_IPv4Addr", "iOS VMs IPv4 Addr");
    row("p95Latency", "p95 Latency");
    row("sizeMB", "size MB");
    row("__x__", "x");
    row("", "");
    row("é\xff", "é\xff");
}

void NameWordsTest::words()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, words);
    QByteArrayList found;
    for (const std::string_view word :
         nameWords(std::string_view(name.constData(), std::size_t(name.size()))))
        found += QByteArray(word.data(), qsizetype(word.size()));
    QCOMPARE(found.join(' '), words);
}

void NameWordsTest::inTitles_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("begins with a capital") << QByteArray("Free") << QByteArray("free");
    QTest::newRow("small") << QByteArray("free") << QByteArray("free");
    QTest::newRow("acronym") << QByteArray("HTTP") << QByteArray("HTTP");
    QTest::newRow("mixture") << QByteArray("IPv4") << QByteArray("IPv4");
    QTest::newRow("short") << QByteArray("Hz") << QByteArray("Hz");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void NameWordsTest::inTitles()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(wordInTitle(word.toStdString())), shown);
}

SIGHTGLASS_TEST(NameWordsTest)

} // namespace

#include "namewordstest.moc"
