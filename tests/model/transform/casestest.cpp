// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/transform/framenotation.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

std::string interpolated(std::string_view text)
{
    if (text == "$names")
        return "{a,c}";
    return text == "$two" ? "2" : std::string(text);
}

/// The cases of tests/data/transform: frames in, frames out.
class TransformCasesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void framesBecome_data()
    {
        QTest::addColumn<int>("index");
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/transform"),
                           {QStringLiteral("*.txt")}, QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            for (TransformCase &one : casesFromText(readFile(path))) {
                QTest::addRow("%s: %s", qPrintable(QFileInfo(path).baseName()), one.name.constData())
                    << int(m_cases.size());
                m_cases.push_back(std::move(one));
            }
        }
        QVERIFY(m_cases.size() > 90);
    }
    void framesBecome()
    {
        QFETCH(int, index);
        const TransformCase &one = m_cases[std::size_t(index)];
        TransformContext context(interpolated);
        const TransformationChain chain(one.specs);
        const auto frames = chain.apply(framesFromText(one.input), context);
        // Both through the notation, so that blanks do not count.
        const QByteArray expected = textOfFrames(framesFromText(one.output));
        const QByteArray actual = textOfFrames(frames);
        QVERIFY2(actual == expected, ("\nexpected:\n" + expected + "actual:\n" + actual).constData());
        QByteArray notes;
        for (const std::string &note : context.notes())
            notes += QByteArray::fromStdString(note) + '\n';
        QVERIFY2(one.notes.isEmpty() ? notes.isEmpty() : notes.startsWith(one.notes.trimmed()),
                 notes.constData());
    }

private:
    std::vector<TransformCase> m_cases;
};

} // namespace

SIGHTGLASS_TEST(TransformCasesTest)

#include "casestest.moc"
