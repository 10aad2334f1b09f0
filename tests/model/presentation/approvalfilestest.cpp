// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/approvalkeeper.h"
#include "model/scrape/targetaddress.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

class ApprovalFilesTest : public test::TestCase
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void theyKeepCommentsAndNoSecrets()
    {
        const ApprovalFiles files(m_folder.filePath(QStringLiteral("files/approved")));
        const QUrl address(QStringLiteral("http://user:secret@[::1]:9100/a/b?token=secret"));
        const FindingKey key{"missing-type", "ä metric", "label"};
        QVERIFY(files.change(address, key, true).problem.isEmpty());
        const QString name = files.fileFor(address);
        QVERIFY2(!name.contains(QStringLiteral("secret")), qPrintable(name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("# Findings of http://[::1]:9100/a/b "));
        QVERIFY(!text.contains("secret"));
        file.resize(0);
        file.seek(0);
        file.write("# my own words\n# and more\n");
        file.close();
        QVERIFY(files.change(address, key, true).findings.contains(key));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("# my own words\n# and more\nmissing-type"));
        file.close();
        QCOMPARE(files.change(address, key, false).findings.size(), std::size_t{0});
        QVERIFY(files.fileFor(QUrl(QStringLiteral("http://[::1]:9100/c"))) != name);
    }

    void theyAreNamedByPublicAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *name, const char *address, const char *other, const char *file) {
            QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(other)
                                << QString::fromLatin1(file);
        };
        row("http", "http://s3cret@h:1/probe?target=a&s3cret", "h:1/probe?target=b", "h_1_probe-");
        row("exec", "exec:curl -u s3cret http://h/a", "exec:curl http://h/b", "curl-");
        row("unix", "unix:/run/x.sock:/m?s3cret", "unix:/run/x.sock:/m", "unix__run_x.sock__m-");
    }
    void theyAreNamedByPublicAddresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, other);
        const ApprovalFiles files(m_folder.filePath(QStringLiteral("public")));
        const QUrl url = targetUrlFromInput(address);
        const QString name = files.fileFor(url);
        const QString begin = QFileInfo(name).fileName().chopped(12);
        QTEST(begin, "name");
        QVERIFY(files.fileFor(targetUrlFromInput(other)) != name);
        QVERIFY(files.change(url, {"missing-type", "a", "b"}, true).problem.isEmpty());
        QVERIFY(!sightglass::test::readFile(name).contains("s3cret"));
    }

    void thoseThatCannotBeChangedStay()
    {
        const ApprovalFiles files(m_folder.filePath(QStringLiteral("stay")));
        const QUrl address(QStringLiteral("http://h:1/metrics"));
        const FindingKey key{"missing-type", "a", "b"};
        QVERIFY(files.change(address, key, true).problem.isEmpty());
        const QString name = files.fileFor(address);
        QVERIFY(QFile::resize(name, (qint64{16} << 20) + 1));
        const ApprovalFiles::Kept large = files.change(address, {"missing-type", "c", "d"}, true);
        QVERIFY2(large.problem.contains(name), qPrintable(large.problem));
        QCOMPARE(QFileInfo(name).size(), (qint64{16} << 20) + 1);
        // A folder that is a file cannot be written into: nothing is approved then.
        const ApprovalFiles nowhere(name);
        const ApprovalFiles::Kept kept = nowhere.change(address, key, true);
        QVERIFY(!kept.problem.isEmpty());
        QVERIFY(!kept.findings.contains(key));
    }

    void theKeeperAnswersInOrderAndLater()
    {
        const QUrl address(QStringLiteral("http://h:1/ordered"));
        ApprovalKeeper keeper(m_folder.filePath(QStringLiteral("kept")));
        std::vector<std::size_t> sizes;
        const auto note = [&sizes](const ApprovalFiles::Kept &kept) {
            QVERIFY2(kept.problem.isEmpty(), qPrintable(kept.problem));
            sizes.push_back(kept.findings.size());
        };
        keeper.read(address, note);
        keeper.change(address, {"missing-type", "a", ""}, true, note);
        keeper.change(address, {"missing-type", "b", ""}, true, note);
        keeper.change(address, {"missing-type", "a", ""}, false, note);
        keeper.read(address, note);
        QVERIFY(sizes.empty());
        QTRY_COMPARE(sizes.size(), std::size_t{5});
        QVERIFY((sizes == std::vector<std::size_t>{0, 1, 2, 1, 1}));
    }

    void nothingIsLostWhenTheKeeperGoes()
    {
        const QString folder = m_folder.filePath(QStringLiteral("loss"));
        const QUrl address(QStringLiteral("http://h:1/metrics"));
        bool answered = false;
        {
            ApprovalKeeper keeper(folder);
            for (int i = 0; i < 30; ++i)
                keeper.change(address, {"missing-type", std::to_string(i), ""}, true,
                              [&answered](const ApprovalFiles::Kept &) { answered = true; });
        }
        QCOMPARE(ApprovalFiles(folder).read(address).findings.size(), std::size_t{30});
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }
};

} // namespace

SIGHTGLASS_TEST(ApprovalFilesTest)
#include "approvalfilestest.moc"
