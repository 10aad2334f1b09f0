// SPDX-License-Identifier: GPL-3.0-or-later
// sightglass-gallery: every panel type with everything that may come its way, to be looked at. Development
// only. Without --out it is a window in which type, theme and scale are chosen.
#include "tests/widgets/panels/gallerycases.h"
#include "tests/widgets/panels/galleryreadouts.h"
#include "tests/widgets/panels/gallerywalls.h"

#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QScrollArea>
#include <QTextStream>
#include <QVBoxLayout>

#include <algorithm>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr int columns = 4;
constexpr QSize panelSize(400, 250);
constexpr int gap = 8;
const QStringList themeNames{QStringLiteral("dark"), QStringLiteral("light"),
                             QStringLiteral("high-contrast")};

/// Panels beside and below each other, each under the name of its case.
class Sheet : public QWidget
{
public:
    Sheet(const GalleryType &type, const QString &onlyCase, const Theme &theme)
    {
        setPalette(theme.palette());
        setAutoFillBackground(true);
        const int label = fontMetrics().height() + 4;
        int count = 0;
        for (const NamedCase &one : galleryCases()) {
            if (!onlyCase.isEmpty() && onlyCase != QLatin1String(one.id))
                continue;
            const QPoint at(gap + count % columns * (panelSize.width() + gap),
                            gap + count / columns * (panelSize.height() + label + gap));
            auto *name =
                new QLabel(QStringLiteral("%1: %2").arg(QLatin1String(type.id), QLatin1String(one.id)), this);
            name->move(at);
            PanelFrame *panel = galleryPanel(type.type, one.what, theme).release();
            panel->setParent(this);
            panel->setGeometry(QRect(at + QPoint(0, label), panelSize));
            ++count;
        }
        const int rows = (count + columns - 1) / columns;
        const int across = std::min(count, columns);
        setFixedSize(gap + across * (panelSize.width() + gap),
                     gap + rows * (panelSize.height() + label + gap));
    }
};

class Window : public QWidget
{
public:
    Window()
        : m_type(new QComboBox)
        , m_theme(new QComboBox)
        , m_area(new QScrollArea)
    {
        auto *scale = new QComboBox;
        scale->addItems(
            {QStringLiteral("1"), QStringLiteral("1.5"), QStringLiteral("2"), QStringLiteral("3")});
        scale->setCurrentText(qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")));
        for (const GalleryType &type : galleryTypes())
            m_type->addItem(QLatin1String(type.id));
        m_theme->addItems(themeNames);
        auto *bar = new QHBoxLayout;
        for (QComboBox *box : {m_type, m_theme, scale})
            bar->addWidget(box);
        bar->addStretch(1);
        auto *layout = new QVBoxLayout(this);
        layout->addLayout(bar);
        layout->addWidget(m_area, 1);
        for (QComboBox *box : {m_type, m_theme})
            connect(box, &QComboBox::currentTextChanged, this, &Window::fill);
        connect(scale, &QComboBox::currentTextChanged, this, &Window::startAgain);
        resize(1700, 1000);
        fill();
    }

private:
    void fill()
    {
        const GalleryType &type = galleryTypes()[static_cast<std::size_t>(m_type->currentIndex())];
        const Theme theme = *themeByName(m_theme->currentText());
        QApplication::setPalette(theme.palette());
        m_area->setWidget(new Sheet(type, {}, theme));
    }

    /// Qt reads the scale when it starts.
    void startAgain(const QString &scale)
    {
        QProcess next;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
        next.setProcessEnvironment(environment);
        next.setProgram(QApplication::applicationFilePath());
        if (next.startDetached())
            close();
    }

    QComboBox *m_type;
    QComboBox *m_theme;
    QScrollArea *m_area;
};

void save(const QWidget &widget, const QString &fileName)
{
    const_cast<QWidget &>(widget).grab().save(fileName);
    QTextStream(stdout) << fileName << Qt::endl;
}

int complain(const QString &what, const QString &name)
{
    std::fprintf(stderr, "no such %s: %s\n", qPrintable(what), qPrintable(name));
    return 2;
}

int writeSheets(const QCommandLineParser &options)
{
    const QDir folder(options.value(QStringLiteral("out")));
    if (!QDir().mkpath(folder.path()))
        return 1;
    const QString onlyType = options.value(QStringLiteral("type"));
    const QString onlyCase = options.value(QStringLiteral("case"));
    const QString onlyTheme = options.value(QStringLiteral("theme"));
    const bool allThemes = onlyTheme.isEmpty() || onlyTheme == u"all";
    if (!allThemes && !themeNames.contains(onlyTheme))
        return complain(QStringLiteral("theme"), onlyTheme);
    const auto isType = [&](const GalleryType &type) { return onlyType == QLatin1String(type.id); };
    if (!onlyType.isEmpty() && std::ranges::none_of(galleryTypes(), isType))
        return complain(QStringLiteral("type"), onlyType);
    const auto isCase = [&](const NamedCase &one) { return onlyCase == QLatin1String(one.id); };
    if (!onlyCase.isEmpty() && std::ranges::none_of(galleryCases(), isCase))
        return complain(QStringLiteral("case"), onlyCase);
    for (const QString &name : themeNames) {
        if (!allThemes && onlyTheme != name)
            continue;
        const Theme theme = *themeByName(name);
        QApplication::setPalette(theme.palette());
        if (options.isSet(QStringLiteral("readouts"))) {
            saveReadouts(folder, theme, name);
            continue;
        }
        for (const GalleryType &type : galleryTypes()) {
            if (!onlyType.isEmpty() && onlyType != QLatin1String(type.id))
                continue;
            Sheet sheet(type, onlyCase, theme);
            sheet.show();
            QApplication::processEvents();
            save(sheet, folder.filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(type.id), name)));
        }
        if (options.isSet(QStringLiteral("walls")))
            saveWalls(folder, theme, name);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Shows every panel type with everything that may come its way."));
    options.addHelpOption();
    options.addOption(
        {QStringLiteral("out"), QStringLiteral("Write PNG files there and end."), QStringLiteral("DIR")});
    options.addOption({QStringLiteral("type"), QStringLiteral("Only this panel type."), QStringLiteral("T")});
    options.addOption({QStringLiteral("case"), QStringLiteral("Only this case."), QStringLiteral("C")});
    options.addOption({QStringLiteral("theme"), QStringLiteral("dark, light or high-contrast; all."),
                       QStringLiteral("NAME")});
    options.addOption(
        {QStringLiteral("walls"), QStringLiteral("Walls of panels as dashboards have them, too.")});
    options.addOption(
        {QStringLiteral("readouts"),
         QStringLiteral("What pointer and keys show over panels, and charts as tables, alone.")});
    options.process(application);
    if (options.isSet(QStringLiteral("out")))
        return writeSheets(options);
    Window window;
    window.show();
    return QApplication::exec();
}
