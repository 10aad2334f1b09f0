// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/firstframe.h"

#include "tests/support/testcase.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

namespace {

using namespace sightglass;

/// Counts how often it has drawn itself.
class PaintedWidget : public QWidget
{
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QWidget::paintEvent(event);
        ++paints;
    }
};

class FirstFrameTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isToldOnceAndAfterTheChildrenAreDrawn()
    {
        QWidget window;
        window.resize(200, 100);
        PaintedWidget child;
        child.setParent(&window);
        child.resize(50, 50);
        FirstFrame frame(&window);
        QSignalSpy painted(&frame, &FirstFrame::painted);
        int paintsBefore = -1;
        QObject::connect(&frame, &FirstFrame::painted, &window, [&] { paintsBefore = child.paints; });
        window.show();
        QCOMPARE(painted.count(), 0);
        QTRY_COMPARE(painted.count(), 1);
        QCOMPARE(paintsBefore, 1);
        window.update();
        QTRY_VERIFY(child.paints > 1);
        QCoreApplication::processEvents();
        QCOMPARE(painted.count(), 1);
    }

    void processAgeGrowsWithTime()
    {
        const auto before = processAgeMs();
        QVERIFY(before.has_value());
        QVERIFY(*before >= 0);
        QTRY_VERIFY(*processAgeMs() >= *before + 30);
    }

    void theProgramSaysItAndEnds()
    {
        const QTemporaryDir folder;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass"),
                      {QStringLiteral("--measure-startup"), QStringLiteral("--settings"),
                       folder.filePath(QStringLiteral("settings.ini"))});
        QVERIFY2(program.waitForFinished(30'000), qPrintable(program.errorString()));
        QCOMPARE(program.exitCode(), 0);
        const QString said = QString::fromUtf8(program.readAllStandardOutput());
        QVERIFY2(QRegularExpression(QStringLiteral("^first frame after [0-9]+ ms\n$")).match(said).hasMatch(),
                 qPrintable(said));
    }
};

} // namespace

SIGHTGLASS_TEST(FirstFrameTest)
#include "firstframetest.moc"
