// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/secretreader.h"

#include "model/scrape/keychainstore.h"
#include "tests/model/scrape/fakesecretstore.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace sightglass;
using namespace sightglass::test;

namespace {

using Texts = std::vector<std::string>;

class SecretReaderTest : public TestCase
{
    Q_OBJECT

private slots:
    void textsAreThereAtOnce()
    {
        SecretReader reader(nullptr);
        std::optional<Result<Texts>> told;
        reader.read({Secret{}, SecretText{" as it is "}}, [&](Result<Texts> texts) { told = texts; });
        QVERIFY(told && told->ok());
        QVERIFY(**told == (Texts{"", " as it is "}));
    }

    void filesAndKeysKeepTheirPlaces()
    {
        FakeSecretStore store("k", "from the store");
        SecretReader reader(&store);
        const std::string path = write("a", "  from a file\r\n");
        const auto texts = read(reader, {SecretKey{"k"}, SecretText{"t"}, SecretFile{path}});
        QVERIFY(texts && texts->ok());
        QVERIFY(**texts == (Texts{"from the store", "t", "from a file"}));
    }

    void filesAreReadAnew()
    {
        SecretReader reader(nullptr);
        for (const char *content : {"one", "two"}) {
            const auto texts = read(reader, {SecretFile{write("b", content)}});
            QVERIFY(texts && texts->ok());
            QCOMPARE((*texts)->front(), std::string(content));
        }
    }

    void failures_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("no such file") << "missing"
                                      << "cannot read %1: No such file or directory";
        QTest::newRow("folder") << "folder"
                                << "cannot read %1: it is not a regular file";
        QTest::newRow("too long") << "long"
                                  << "cannot read %1: it has more than 1048576 bytes";
        QTest::newRow("key") << "key"
                             << "cannot read the secret k2: the secret store holds no such secret";
    }
    void failures()
    {
        QFETCH(QString, kind);
        QFETCH(QString, text);
        FakeSecretStore store;
        SecretReader reader(&store);
        std::string path = m_folder.filePath(QStringLiteral("nowhere")).toStdString();
        if (kind == QLatin1String("folder"))
            path = m_folder.path().toStdString();
        else if (kind == QLatin1String("long"))
            path = write("long", QByteArray(static_cast<qsizetype>(maxSecretFileBytes) + 1, 's'));
        const Secret secret = kind == QLatin1String("key") ? Secret(SecretKey{"k2"}) : SecretFile{path};
        const auto texts = read(reader, {SecretText{"hush"}, secret});
        QVERIFY(texts && !texts->ok());
        QCOMPARE(QString::fromStdString(plainText(texts->error())),
                 text.contains(QLatin1String("%1")) ? text.arg(QString::fromStdString(path)) : text);
    }

    void noStore()
    {
        SecretReader reader(nullptr);
        const auto texts = read(reader, {SecretKey{"k"}});
        QVERIFY(texts && !texts->ok());
        QCOMPARE(plainText(texts->error()),
                 std::string("cannot read the secret k: there is no secret store"));
    }

    void onlyTheNewestListIsHeardOf()
    {
        SecretReader reader(nullptr);
        int dropped = 0;
        for (int i = 0; i < 5; ++i)
            reader.read({SecretFile{write("c", "x")}}, [&](const Result<Texts> &) { ++dropped; });
        const auto texts = read(reader, {SecretFile{write("d", "newest")}});
        QVERIFY(texts && texts->ok());
        QCOMPARE((*texts)->front(), std::string("newest"));
        reader.read({SecretFile{write("e", "x")}}, [&](const Result<Texts> &) { ++dropped; });
        reader.cancel();
        // Lists are read one after another: what was dropped is over when the next one is there.
        QVERIFY(read(reader, {SecretFile{write("f", "x")}}));
        QCOMPARE(dropped, 0);
    }

    /// Whether or not a secret service runs where the tests do.
    void keychainAnswersInWords()
    {
        KeychainStore store(QStringLiteral("Sightglass tests"));
        SecretReader reader(&store);
        const auto texts = read(reader, {SecretKey{"a key that nobody has stored"}});
        QVERIFY(texts && !texts->ok());
        QVERIFY(QString::fromStdString(plainText(texts->error()))
                    .startsWith(QLatin1String("cannot read the secret a key that nobody has stored: ")));
        QCOMPARE(texts->error().code, ErrorCode::FileUnreadable);
    }

    void keychainForgetsWhoWentAway()
    {
        KeychainStore store(QStringLiteral("Sightglass tests"));
        bool called = false;
        {
            QObject context;
            store.read("k", &context, [&](const Result<std::string> &) { called = true; });
        }
        // The store answers in order.
        SecretReader reader(&store);
        QVERIFY(read(reader, {SecretKey{"k"}}));
        QVERIFY(!called);
    }

private:
    std::optional<Result<Texts>> read(SecretReader &reader, std::vector<Secret> secrets)
    {
        std::optional<Result<Texts>> told;
        reader.read(std::move(secrets), [&](Result<Texts> texts) { told = std::move(texts); });
        static_cast<void>(QTest::qWaitFor([&] { return told.has_value(); }, 30'000));
        return told;
    }

    std::string write(const char *name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a file for the test");
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;
};

} // namespace

SIGHTGLASS_TEST(SecretReaderTest)
#include "secretreadertest.moc"
