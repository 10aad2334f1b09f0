// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandinput.h"

#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace {

using namespace sightglass;

constexpr std::size_t longest = std::size_t{4} << 20U;

class CommandInputTest : public sightglass::test::TestCase
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString fileOf(const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QStringLiteral("input")));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }

private Q_SLOTS:
    /// A writer fills the pipe, is read, and goes on: all of it is the input.
    void aPipeIsReadToItsEnd()
    {
        const QString path = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const std::string sent = std::string(1'000'000, 'x') + "end";
        std::thread writer([&] {
            std::FILE *pipe = std::fopen(QFile::encodeName(path).constData(), "wb");
            for (std::size_t at = 0; at < sent.size(); at += 1000) {
                (void)std::fwrite(sent.data() + at, 1, std::min<std::size_t>(1000, sent.size() - at), pipe);
                (void)std::fflush(pipe);
            }
            std::fclose(pipe);
        });
        const Result<std::string> got = readCommandInput(path, longest);
        writer.join();
        QVERIFY(got);
        QCOMPARE(got->size(), sent.size());
        QVERIFY(*got == sent);
    }

    void problems()
    {
        QVERIFY(!readCommandInput(m_folder.filePath(QStringLiteral("missing")), longest));
        QVERIFY(!readCommandInput(m_folder.path(), longest));
        QVERIFY(!readCommandInput(fileOf("12345"), 4));
        const auto whole = readCommandInput(fileOf("12345"), 5);
        QVERIFY(whole);
        QCOMPARE(*whole, std::string("12345"));
    }

    void packedPagesAreUnpacked()
    {
        // "a 1\n", packed by gzip.
        const QByteArray packed = QByteArray::fromHex("1f8b08000000000002034b5430e4020036e71bbc04000000");
        const auto page = readPageInput(fileOf(packed), longest);
        QVERIFY2(page, page ? "" : plainText(page.error()).c_str());
        QCOMPARE(*page, std::string("a 1\n"));
        QVERIFY(!readPageInput(fileOf(packed.chopped(3)), longest));
        QVERIFY(!readPageInput(fileOf(packed), 3));
    }
};

} // namespace

SIGHTGLASS_TEST(CommandInputTest)

#include "commandinputtest.moc"
