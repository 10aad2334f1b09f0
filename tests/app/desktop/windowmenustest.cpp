// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowmenus.h"

#include "app/desktop/dashboardpage.h"
#include "app/desktop/mainwindow.h"
#include "app/i18n/translators.h"
#include "model/editing/newpanels.h"
#include "model/grafana/dashboardfile.h"
#include "tests/app/desktop/dashboardprogram.h"
#include "tests/support/testcase.h"
#include "widgets/panels/panelframe.h"
#include "widgets/views/dashboardview.h"

#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

namespace {

using namespace sightglass;

/// Entries of one menu with equal mnemonics, here and in the menus below it.
QStringList clashes(const QList<QAction *> &actions)
{
    QStringList found;
    QHash<QKeySequence, QString> known;
    for (const QAction *action : actions) {
        const QKeySequence key = QKeySequence::mnemonic(action->text());
        if (!key.isEmpty() && known.contains(key))
            found += known.value(key) + QStringLiteral(" / ") + action->text();
        known.insert(key, action->text());
        if (action->menu() != nullptr)
            found += clashes(action->menu()->actions());
    }
    return found;
}

class WindowMenusTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void mnemonicsAreOne_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("German") << QLocale(QLocale::German);
    }
    void mnemonicsAreOne()
    {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        installTranslators(*QCoreApplication::instance());
        const QTemporaryDir folder;
        DashboardSpec spec;
        spec.id = "own";
        spec.title = "Own";
        spec.panels = {newPanel(PanelType::TimeSeries)};
        const QString file = test::writtenFile(folder, QStringLiteral("own.json"),
                                               QByteArray::fromStdString(writeDashboard(spec)));
        const test::DashboardProgram program(folder.path(), {file}, test::DashboardProgram::Targets::None);
        QCOMPARE(clashes(program.window->menuBar()->actions()).join(u'\n'), QString());
        QTRY_VERIFY(program.isFront("Own"));
        QCOMPARE(clashes(program.front()->view()->panel(0)->actions()).join(u'\n'), QString());
    }

    void cleanup()
    {
        for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>())
            delete translator;
        QLocale::setDefault(QLocale::c());
    }
};

} // namespace

SIGHTGLASS_TEST(WindowMenusTest)

#include "windowmenustest.moc"
