// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/http/httptranscript.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace {

using namespace sightglass::test;

class HttpCorpusTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    /// The fuzzer's seeds, fed in every size of slices.
    void slicesMakeNoDifference_data()
    {
        QTest::addColumn<QByteArray>("message");
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/http"), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(files.fileName())) << file.readAll();
        }
    }
    void slicesMakeNoDifference()
    {
        QFETCH(QByteArray, message);
        const std::string text = message.toStdString();
        const std::string request = requestTranscript(text, text.size() + 1);
        const std::string response = responseTranscript(text, text.size() + 1);
        const std::string answer = answerTranscript(text, text.size() + 1);
        for (std::size_t slice = 1; slice <= text.size(); ++slice) {
            QCOMPARE(requestTranscript(text, slice), request);
            QCOMPARE(responseTranscript(text, slice), response);
            QCOMPARE(answerTranscript(text, slice), answer);
        }
    }
};

} // namespace

SIGHTGLASS_TEST(HttpCorpusTest)
#include "httpcorpustest.moc"
