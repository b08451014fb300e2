<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="litter" tilewidth="32" tileheight="32" tilecount="14" columns="14">
 <image source="litter.png" width="448" height="32"/>
 <tile id="0" type="gum"/>
 <tile id="1" type="joint"/>
 <tile id="2" type="poster"/>
 <tile id="3" type="spill"/>
 <tile id="4" type="bag"/>
 <tile id="5" type="photograph"/>
 <tile id="6" type="papers"/>
 <tile id="7" type="popcorn"/>
 <tile id="8" type="leaves"/>
 <tile id="9" type="mat"/>
 <tile id="10" type="skid"/>
 <tile id="11" type="gleam_pink"/>
 <tile id="12" type="gleam_cyan"/>
 <tile id="13" type="gleam_violet"/>
</tileset>
