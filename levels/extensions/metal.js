// Checks a level when it is saved and plays it, from inside Tiled 1.8 and later.
// Each finding is an issue in Tiled's Issues view: a double click selects its object and goes there.
(function () {
    "use strict";

    var levels = FileInfo.path(FileInfo.path(__filename)); // this file lies in levels/extensions
    var game = FileInfo.path(levels);
    var pythons = ["python3", "python"];

    // Runs the game headless; returns what it printed, or null where no Python can be started.
    function ask(words) {
        for (var i = 0; i < pythons.length; ++i) {
            var process = new Process();
            process.workingDirectory = game;
            try {
                var status = process.exec(pythons[i], ["-m", "game"].concat(words), false);
                var told = { status: status, out: process.readStdOut(), err: process.readStdErr() };
                process.close();
                if (status === 0 || status === 1 || told.err.indexOf("error: ") === 0)
                    return told;
            } catch (e) {
                continue; // there is no program of that name
            }
        }
        return null;
    }

    function findObject(layers, id) {
        for (var i = 0; i < layers.layerCount; ++i) {
            var layer = layers.layerAt(i);
            if (layer.isGroupLayer) {
                var inner = findObject(layer, id);
                if (inner)
                    return inner;
            } else if (layer.isObjectLayer) {
                for (var k = 0; k < layer.objectCount; ++k)
                    if (layer.objectAt(k).id === id)
                        return layer.objectAt(k);
            }
        }
        return null;
    }

    // Goes to a finding: its object is selected, its place is in the middle of the view.
    function goTo(map, found) {
        tiled.activeAsset = map;
        var object = found.object_id ? findObject(map, found.object_id) : null;
        if (object)
            map.selectedObjects = [object];
        var view = tiled.mapEditor && tiled.mapEditor.currentMapView;
        if (view && found.x !== null)
            view.centerOn(found.x * map.tileWidth, found.y * map.tileHeight);
    }

    function tell(map, found) {
        var words = "[" + found.code + "] " + found.message + (found.hint ? "; " + found.hint : "");
        if (found.x !== null)
            words += " (at " + found.x + ", " + found.y + ")";
        var jump = function () { goTo(map, found); };
        if (found.severity === "error")
            tiled.error(words, jump);
        else
            tiled.warn(words, jump);
    }

    function isLevel(asset) {
        return asset && asset.isTileMap && /\.tmx$/i.test(asset.fileName);
    }

    // Returns how many findings there are, -1 where the game could not be asked.
    function check(map) {
        if (!isLevel(map))
            return -1;
        var told = ask(["check", "--json", map.fileName]);
        if (told === null) {
            tiled.warn("The level was not checked: no Python with the game was found. Start Tiled where the game runs.");
            return -1;
        }
        if (told.status > 1) {
            tiled.error(told.err.trim());
            return -1;
        }
        var found = JSON.parse(told.out);
        for (var i = 0; i < found.length; ++i)
            tell(map, found[i]);
        tiled.log(FileInfo.fileName(map.fileName) + ": " + found.length + (found.length === 1 ? " finding" : " findings"));
        return found.length;
    }

    var checking = tiled.registerAction("MetalCheck", function () { check(tiled.activeAsset); });
    checking.text = "Check Level";

    var playing = tiled.registerAction("MetalPlay", function () {
        if (isLevel(tiled.activeAsset)) {
            if (tiled.activeAsset.modified)
                tiled.trigger("Save");
            tiled.executeCommand("Play this level", false);
        }
    });
    playing.text = "Play Level";

    tiled.extendMenu("Map", [{ separator: true }, { action: "MetalCheck" }, { action: "MetalPlay" }]);
    tiled.assetSaved.connect(function (asset) { check(asset); });
})();
